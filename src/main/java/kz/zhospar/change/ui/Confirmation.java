package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Tells what a press will lead to, and asks for it once more. */
public final class Confirmation extends Dialog {

    public Confirmation(String title, String consequence, String press, Runnable work) {
        super(title);
        setWidth("32rem");
        setMaxWidth("100%");
        add(new Paragraph(consequence));
        var confirm = Buttons.once(press, () -> {
            close();
            work.run();
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("change.cancel"), _ -> close()), confirm);
    }
}
