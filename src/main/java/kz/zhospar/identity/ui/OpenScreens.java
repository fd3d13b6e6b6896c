package kz.zhospar.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import kz.zhospar.identity.internal.SessionScreens;
import org.springframework.stereotype.Component;

/** Loads open pages anew when the rights of their person change or the session ends, so that they show what is so. */
@Component
class OpenScreens implements SessionScreens {
    @Override
    public void rightsChanged(HttpSession session) {
        reload(session);
    }

    @Override
    public void ending(HttpSession session) {
        reload(session);
    }

    private static void reload(HttpSession session) {
        for (var open : sessions(session)) {
            open.access(() -> open.getUIs().forEach(OpenScreens::reload));
        }
    }

    private static void reload(UI ui) {
        ui.getPage().reload();
        if (ui.getPushConfiguration().getPushMode().isEnabled()) {
            ui.push();
        }
    }

    private static List<VaadinSession> sessions(HttpSession session) {
        try {
            return List.copyOf(VaadinSession.getAllSessions(session));
        } catch (IllegalStateException e) {
            return List.of();
        }
    }
}
