package kz.zhospar.identity.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import kz.zhospar.identity.SessionSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions whose people have done nothing for a while, or that have lasted as long as any may. What a page does by
 * itself, such as its heartbeats, would keep the server's own count going for ever, hence this one.
 */
class SessionLimitFilter extends OncePerRequestFilter {

    private static final String BEGUN = SessionLimitFilter.class.getName() + ".begun";
    private static final String USED = SessionLimitFilter.class.getName() + ".used";
    private static final Set<String> BY_ITSELF = Set.of("heartbeat", "push");

    private final SessionSettings settings;
    private final Clock clock;

    SessionLimitFilter(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            check(session, request.getParameter("v-r"));
        }
        chain.doFilter(request, response);
    }

    private void check(HttpSession session, @Nullable String purpose) {
        var now = clock.instant();
        if (isOver(session, BEGUN, settings.longest(), now) || isOver(session, USED, idle(session), now)) {
            session.invalidate();
            return;
        }
        if (session.getAttribute(BEGUN) == null) {
            session.setAttribute(BEGUN, now);
        }
        if (purpose == null || !BY_ITSELF.contains(purpose)) {
            session.setAttribute(USED, now);
        }
    }

    /** Nothing or less stands for as long as one likes. */
    private Duration idle(HttpSession session) {
        var seconds = session.getMaxInactiveInterval();
        return seconds > 0 ? Duration.ofSeconds(seconds) : settings.longest();
    }

    private static boolean isOver(HttpSession session, String since, Duration limit, Instant now) {
        return session.getAttribute(since) instanceof Instant moment && !now.isBefore(moment.plus(limit));
    }
}
