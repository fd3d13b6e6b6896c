package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import kz.zhospar.audit.SavedQueryRefusal;
import kz.zhospar.audit.SavedQueryService;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.common.ui.Ui;

/** Asks under which name to keep a filter; stays open with what was typed when it is refused. */
class SavedQueryDialog extends Dialog {

    private final SavedQueryService queries;
    private final String query;
    private final Runnable done;
    private final TextField name = new TextField(t("audit.saved.name"));
    private final Checkbox shared = new Checkbox(t("audit.saved.share"));

    SavedQueryDialog(SavedQueryService queries, String query, Runnable done) {
        this.queries = queries;
        this.query = query;
        this.done = done;
        setHeaderTitle(t("audit.saved.title"));
        setWidth("28rem");
        setMaxWidth("100%");
        name.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        shared.setVisible(queries.mayShare());
        add(Ui.div("z-saved-form", new Paragraph(t("audit.saved.what")), name, shared));
        var keep = Buttons.once(t("audit.saved.do"), this::keep);
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("audit.saved.cancel"), _ -> close()), keep);
    }

    private void keep() {
        try {
            var kept = queries.save(name.getValue(), query, shared.getValue());
            close();
            done.run();
            Ui.tell(t("audit.saved.kept", kept.name()));
        } catch (SavedQueryRefusal refusal) {
            name.setErrorMessage(t("audit.saved.refusal." + refusal.reason()));
            name.setInvalid(true);
            name.focus();
        }
    }
}
