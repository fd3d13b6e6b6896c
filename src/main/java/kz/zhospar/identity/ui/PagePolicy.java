package kz.zhospar.identity.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What pages may load and run: the application's own files, and of what is written into a page only the scripts that
 * carry the secret of this very answer. Flow's client makes functions of expressions that the server sends, hence
 * {@code 'unsafe-eval'}, and its components write styles of their own, hence {@code 'unsafe-inline'} for styles alone.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PagePolicy::protect);
    }

    private static void protect(IndexHtmlResponse page) {
        var nonce = nonce();
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
        // Instead of the milder one that Vaadin sets for pages.
        page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
        page.getVaadinResponse().setHeader("Cache-Control", "no-store");
    }

    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static String nonce() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
