package kz.zhospar.identity.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes that an open screen spoke to a session that has ended.
 *
 * <p>Vaadin then loads the page again, and by that time the browser may have a new session, which would look like a first
 * visit. The note is a cookie and no session: a message that was under way while somebody signed in names the session of
 * before, and a new one would take the place of his.
 */
class EndedSessionFilter extends OncePerRequestFilter {
    private static final String COOKIE = "zhospar-ended";
    private static final int SECONDS = 60;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getParameter("v-r") != null && isGone(request)) {
            response.addCookie(note(request, SECONDS));
        }
        chain.doFilter(request, response);
    }

    /** Whether whoever makes this request had a session; says so once. */
    static boolean hadSession(HttpServletRequest request, HttpServletResponse response) {
        var noted = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .anyMatch(cookie -> cookie.getName().equals(COOKIE));
        if (noted) {
            response.addCookie(note(request, 0));
        }
        return noted || isGone(request);
    }

    /** Whether the request names a session that is no more. */
    static boolean isGone(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static Cookie note(HttpServletRequest request, int seconds) {
        var cookie = new Cookie(COOKIE, "1");
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
