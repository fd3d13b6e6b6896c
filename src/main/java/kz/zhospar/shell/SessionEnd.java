package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kz.zhospar.identity.SessionSettings;

/** Says some minutes before that the session will end, and lets the reader go on where he has done nothing for long. */
@Tag("z-session-end")
@JsModule("context://zhospar/session-end.js")
class SessionEnd extends Component {

    SessionEnd(SessionSettings settings, Clock clock) {
        var session = VaadinSession.getCurrent().getSession();
        var end = Instant.ofEpochMilli(session.getCreationTime()).plus(settings.longest());
        seconds("idle", Duration.ofSeconds(session.getMaxInactiveInterval()));
        seconds("left", Duration.between(clock.instant(), end));
        seconds("warning", settings.warning());
        getElement()
                // The reader's language counts in the script, minute by minute.
                .setAttribute("soon", t("session.soon"))
                .setAttribute("saved", t("session.saved"))
                .setAttribute("last", t("session.last"))
                .setAttribute("over", t("session.over"))
                .setAttribute("continue", t("session.continue"))
                .setAttribute("again", t("session.again"));
        // That the server hears of it is all it takes.
        getElement().addEventListener("z-continue", _ -> {});
    }

    private void seconds(String name, Duration duration) {
        getElement().setAttribute(name, String.valueOf(duration.toSeconds()));
    }
}
