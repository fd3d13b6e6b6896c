package kz.zhospar.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import kz.zhospar.common.Formats;

/** The small parts that screens are made of. */
public final class Ui {

    private static final int SHOWN_MILLISECONDS = 6000;

    private Ui() {}

    public static Div div(String classNames, Component... children) {
        var div = new Div(children);
        mark(div, classNames);
        return div;
    }

    public static Span span(String classNames, String text) {
        var span = new Span(text);
        mark(span, classNames);
        return span;
    }

    private static void mark(HasStyle component, String classNames) {
        if (!classNames.isEmpty()) {
            component.addClassNames(classNames.split(" "));
        }
    }

    /** A link to another screen that does not reload the page. */
    public static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** A link to a file that the browser saves. */
    public static Anchor download(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("download", true);
        link.setRouterIgnore(true);
        link.addClassName("z-button");
        return link;
    }

    /** Text for those who hear the screen rather than see it. */
    public static Span spoken(String text) {
        return span("z-sr", text);
    }

    /** Says in passing that something was done. */
    public static void tell(String text) {
        Notification.show(text, SHOWN_MILLISECONDS, Notification.Position.BOTTOM_CENTER);
    }

    /** Says that something was not done; stays until it has been read for a while. */
    public static void warn(String text) {
        var notification = Notification.show(text, 2 * SHOWN_MILLISECONDS, Notification.Position.TOP_CENTER);
        notification.addClassName("v-error");
        notification.setAssertive(true);
    }

    /** How the reader's language writes numbers and moments. */
    public static Formats formats() {
        return new Formats(Texts.language());
    }

    public static void describe(HasElement element, String label) {
        element.getElement().setAttribute("aria-label", label);
    }
}
