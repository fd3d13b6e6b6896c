package kz.zhospar.access.internal;

import java.util.Locale;
import kz.zhospar.access.AccessTrail;
import kz.zhospar.identity.People;
import kz.zhospar.identity.RequestRefused;
import kz.zhospar.identity.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Hears of sign-ins, however people sign in, and of refused requests. */
@Component
class Doors {

    private final AccessTrail trail;
    private final People people;

    Doors(AccessTrail trail, People people) {
        this.trail = trail;
        this.people = people;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn who) {
            as(event.getAuthentication(), () -> trail.signedIn(who.person()));
        }
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        var name = event.getAuthentication().getName().strip().toLowerCase(Locale.ROOT);
        trail.signInFailed(people.byAccount(name).orElse(null));
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn who) {
            as(event.getAuthentication(), () -> trail.signedOut(who.person()));
        }
    }

    @EventListener
    void on(RequestRefused refused) {
        trail.refused(refused.method() + " " + refused.path());
    }

    /** The record is made by the person whom it is about, also where he has just left. */
    private static void as(Authentication authentication, Runnable work) {
        new DelegatingSecurityContextRunnable(work, new SecurityContextImpl(authentication)).run();
    }
}
