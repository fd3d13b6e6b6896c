package kz.zhospar.finding.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.finding.FindingRefusal;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.jotting.ui.KeptText;

/** Asks what one has to say. The text is kept while it is typed; the dialog stays open when it is refused. */
class SayDialog extends Dialog {

    private final TextArea text;
    private final KeptText kept;
    private final Alert problem = new Alert();

    /**
     * @param key under which an unsent text is kept
     * @param work takes the text; a refusal leaves everything as it was typed
     */
    SayDialog(String title, String consequence, String label, String key, Jottings jottings, Consumer<String> work) {
        setHeaderTitle(title);
        setWidth("36rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        text = new TextArea(label);
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxRows(12);
        kept = KeptText.in(text, key, jottings);
        add(new Paragraph(consequence), text, problem);
        var confirm = new Button(title, _ -> attempt(work));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(_ -> confirm.setEnabled(true));
        getFooter().add(new Button(t("finding.cancel"), _ -> close()), confirm);
    }

    /** Further fields, above the text or below it. */
    SayDialog with(int index, Component... fields) {
        for (var field : fields) {
            addComponentAtIndex(index, field);
        }
        return this;
    }

    private void attempt(Consumer<String> work) {
        try {
            work.accept(text.getValue());
        } catch (FindingRefusal refusal) {
            problem.say(FindingWords.message(refusal));
            return;
        }
        kept.sent();
        close();
    }
}
