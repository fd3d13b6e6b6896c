package kz.zhospar.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import kz.zhospar.conversation.ConversationService;
import kz.zhospar.live.Signals;
import org.jspecify.annotations.Nullable;

/** Reads a discussion again whenever somebody has written, on whatever node, as long as a part of it is on the screen. */
final class LiveDiscussion {

    private final Signals signals;
    private final String request;
    private final Runnable refresh;

    private @Nullable AutoCloseable subscription;

    private LiveDiscussion(Signals signals, long request, Runnable refresh) {
        this.signals = signals;
        this.request = String.valueOf(request);
        this.refresh = refresh;
    }

    static void follow(Component part, Signals signals, long request, Runnable refresh) {
        var live = new LiveDiscussion(signals, request, refresh);
        part.addAttachListener(event -> live.listen(event.getUI()));
        part.addDetachListener(_ -> live.stop());
    }

    private void listen(UI ui) {
        subscription = signals.on(ConversationService.TOPIC, message -> {
            if (message.equals(request)) {
                tell(ui);
            }
        });
    }

    private void tell(UI ui) {
        try {
            ui.access(refresh::run);
        } catch (UIDetachedException _) {
            // The page was closed in the meantime.
        }
    }

    private void stop() {
        try (var _ = subscription) {
            subscription = null;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
