package kz.zhospar.change.ui;

import com.vaadin.flow.component.button.Button;

/** Buttons whose second click, already on its way, does nothing. */
public final class Buttons {

    private Buttons() {}

    public static Button once(String text, Runnable work) {
        var button = new Button(text);
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            try {
                work.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }
}
