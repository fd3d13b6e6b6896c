package kz.zhospar.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Why something was not done: it is not there until it is said, and then read out at once. */
public class Alert extends Div {

    public Alert() {
        addClassNames("z-alert", "bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public void say(String message) {
        setText(message);
        setVisible(true);
    }

    public void say(Component... message) {
        removeAll();
        add(message);
        setVisible(true);
    }

    public void hide() {
        setVisible(false);
    }
}
