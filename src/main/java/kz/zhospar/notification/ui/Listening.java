package kz.zhospar.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import kz.zhospar.live.Signals;

/** Lets a part of a screen follow a signal for as long as it is shown. */
final class Listening {

    private Listening() {}

    /** Does the work, in the session of the component, when the message comes, and when some may have been missed. */
    static void whileShown(Component component, Signals signals, String topic, String message, Runnable work) {
        component.addAttachListener(attach -> {
            var ui = attach.getUI();
            var handle = signals.on(topic, heard -> {
                if (heard.isEmpty() || heard.equals(message)) {
                    push(ui, work);
                }
            });
            component.addDetachListener(detach -> {
                detach.unregisterListener();
                close(handle);
            });
        });
    }

    private static void push(UI ui, Runnable work) {
        try {
            ui.access(work::run);
        } catch (UIDetachedException e) {
            // The screen was closed at this very moment: nobody is left to see it.
        }
    }

    private static void close(AutoCloseable handle) {
        try {
            handle.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
