package kz.zhospar.identity.ui;

import java.time.Clock;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.SessionSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.CorsFilter;

/** What guards every address alike, however people sign in. */
@Component
@EnableConfigurationProperties({RateLimitSettings.class, SessionSettings.class})
class Hardening {
    private final ApplicationEventPublisher events;
    private final SessionSettings sessions;
    private final RateLimitFilter limits;
    private final Clock clock;

    Hardening(
            ApplicationEventPublisher events,
            CurrentPerson person,
            RateLimitSettings limits,
            SessionSettings sessions,
            ObjectProvider<Clock> clock) {
        this.events = events;
        this.sessions = sessions;
        this.limits = new RateLimitFilter(limits, person);
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    void ofOpenData(HttpSecurity http) {
        ofAll(http).exceptionHandling(ApiRefusals::tell);
    }

    void ofScreens(HttpSecurity http) {
        ofAll(http).addFilterBefore(new SessionLimitFilter(sessions, clock), SecurityContextHolderFilter.class);
    }

    private HttpSecurity ofAll(HttpSecurity http) {
        return http.headers(AnswerHeaders::late)
                .addFilterAfter(new RefusalFilter(events), SecurityContextHolderFilter.class)
                // Pages of other sites learn of a limit, too.
                .addFilterAfter(limits, CorsFilter.class);
    }
}
