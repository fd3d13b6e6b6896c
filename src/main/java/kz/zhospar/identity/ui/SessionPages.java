package kz.zhospar.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.zhospar.identity.internal.SessionScreens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads open pages anew when the rights of their person change or the session ends, so that they show what is so. */
@Component
class SessionPages implements SessionScreens {
    private static final Logger LOG = LoggerFactory.getLogger(SessionPages.class);

    /** So long a page waits before it asks again what it may show, by then of a session that has ended. */
    private static final int MOMENT_MILLISECONDS = 1500;

    /** So long its end waits for the pages to hear of it: with the session their connection to the server goes too. */
    private static final int PATIENCE_MILLISECONDS = 1000;

    @Override
    public void rightsChanged(HttpSession session) {
        run(session, "window.location.reload()");
    }

    @Override
    public void ending(HttpSession session) {
        var script = "setTimeout(() => window.location.reload(), %d)".formatted(MOMENT_MILLISECONDS);
        var heard = run(session, script).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(heard).get(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("A page did not hear that its session ends; it will with its next sign of life", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a script in all pages of a session; what is returned is done once they have. */
    private static List<CompletableFuture<?>> run(HttpSession session, String script) {
        var done = new CopyOnWriteArrayList<CompletableFuture<?>>();
        for (var open : sessions(session)) {
            open.access(() -> open.getUIs().forEach(ui -> done.add(run(ui, script))));
        }
        return done;
    }

    private static CompletableFuture<?> run(UI ui, String script) {
        var done = ui.getPage().executeJs(script).toCompletableFuture();
        if (ui.getPushConfiguration().getPushMode().isEnabled()) {
            ui.push();
        }
        return done;
    }

    private static List<VaadinSession> sessions(HttpSession session) {
        try {
            return List.copyOf(VaadinSession.getAllSessions(session));
        } catch (IllegalStateException e) {
            return List.of();
        }
    }
}
