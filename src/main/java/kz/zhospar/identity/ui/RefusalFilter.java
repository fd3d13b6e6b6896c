package kz.zhospar.identity.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.zhospar.identity.RequestRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells of requests that ended in a refusal, while it is still known who made them. A page that does not know yet that
 * its session has ended is refused nothing.
 */
class RefusalFilter extends OncePerRequestFilter {
    private final ApplicationEventPublisher events;

    RefusalFilter(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN && !EndedSessionFilter.isGone(request)) {
            events.publishEvent(new RequestRefused(request.getMethod(), request.getRequestURI()));
        }
    }
}
