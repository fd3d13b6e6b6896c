package kz.zhospar.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens every session in the language that its reader chose last, and tells Vaadin's own messages that language.
 *
 * <p>The language of the browser is left aside: many work in Russian on an English system.
 */
@Component
public class LanguageMemory implements VaadinServiceInitListener {
    private static final String COOKIE = "zhospar-lang";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(e -> recall(e.getSession(), e.getRequest()));
        service.addUIInitListener(e -> prepare(e.getUI()));
        service.setSystemMessagesProvider(LanguageMemory::systemMessages);
        event.addIndexHtmlRequestListener(LanguageMemory::declareLanguage);
    }

    /** Keeps the choice and loads the same address again, so that every text on it is written anew. */
    static void choose(UI ui, Language language) {
        ui.getSession().setLocale(language.locale());
        ui.getPage()
                .executeJs(
                        "document.cookie = $0; window.location.reload()",
                        "%s=%s; Path=/; Max-Age=%d; SameSite=Lax".formatted(COOKIE, language.code(), KEPT.toSeconds()));
    }

    private static void prepare(UI ui) {
        var session = VaadinSession.getCurrent();
        recall(session, VaadinRequest.getCurrent());
        ui.setLocale(session.getLocale());
        translateConnectionMessages(ui);
    }

    private static void recall(VaadinSession session, VaadinRequest request) {
        if (session.getAttribute(COOKIE) == null) {
            session.setAttribute(COOKIE, "recalled");
            session.setLocale(remembered(request.getCookies()).locale());
        }
    }

    /** The language that the reader chose last, for answers that are no screen. */
    public static Language of(HttpServletRequest request) {
        return remembered(request.getCookies());
    }

    private static Language remembered(Cookie @Nullable [] cookies) {
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .map(Language::of)
                .findFirst()
                .orElse(Language.RU);
    }

    private static void declareLanguage(IndexHtmlResponse response) {
        response.getDocument()
                .getElementsByTag("html")
                .attr("lang", Texts.language().code());
    }

    private static void translateConnectionMessages(UI ui) {
        var language = Language.of(ui.getLocale());
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(Messages.in(language, "common.connection.lost"));
        dialog.setDialogTextGaveUp(Messages.in(language, "common.connection.gave-up"));
        ui.getPage()
                .executeJs(
                        """
                        const indicator = window.Vaadin?.connectionIndicator;
                        if (indicator) Object.assign(indicator, {onlineText: $0, offlineText: $1});
                        """,
                        Messages.in(language, "common.connection.online"),
                        Messages.in(language, "common.connection.lost"));
    }

    private static SystemMessages systemMessages(SystemMessagesInfo info) {
        var language = Language.of(info.getLocale());
        var messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(Messages.in(language, "common.error.internal"));
        messages.setInternalErrorMessage(Messages.in(language, "common.error.reload"));
        messages.setCookiesDisabledCaption(Messages.in(language, "common.error.cookies"));
        messages.setCookiesDisabledMessage(Messages.in(language, "common.error.cookies.enable"));
        messages.setSessionExpiredCaption(Messages.in(language, "common.session.expired"));
        messages.setSessionExpiredMessage(Messages.in(language, "common.error.reload"));
        return messages;
    }
}
