package kz.zhospar.identity.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes that an open screen spoke to a session that has ended.
 *
 * <p>Vaadin then loads the page again, and by that time the browser has a new session, which would look like a first
 * visit.
 */
class EndedSessionFilter extends OncePerRequestFilter {
    private static final String ENDED = EndedSessionFilter.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getParameter("v-r") != null && isGone(request)) {
            request.getSession().setAttribute(ENDED, true);
        }
        chain.doFilter(request, response);
    }

    /** Whether whoever makes this request had a session; says so once. */
    static boolean hadSession(HttpServletRequest request) {
        if (isGone(request)) {
            return true;
        }
        var session = request.getSession(false);
        if (session == null || session.getAttribute(ENDED) == null) {
            return false;
        }
        session.removeAttribute(ENDED);
        return true;
    }

    /** Whether the request names a session that is no more. */
    static boolean isGone(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
