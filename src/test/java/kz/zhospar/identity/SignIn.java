package kz.zhospar.identity;

import java.util.Set;
import java.util.concurrent.Callable;
import kz.zhospar.identity.internal.LocalPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Persons for tests, and work done as one of them. */
public final class SignIn {
    private SignIn() {}

    /** The person of a shipped account, told from its name: {@code uo-head}, {@code economy}, {@code curator-2}. */
    public static Person person(String account) {
        if (account.startsWith("curator-")) {
            var keys = new String[] {"abdykadyrov", "amrin", "nusupova", "kyrykbaev", "nurkhanuly", "sukhanbekov"};
            var number = Integer.parseInt(account.substring("curator-".length()));
            return person(account, Role.CURATOR, null, keys[number - 1]);
        }
        return switch (account) {
            case "economy" -> person(account, Role.ECONOMY, "ue", null);
            case "akim-office" -> person(account, Role.AKIM_OFFICE, "akim-office", null);
            case "auditor" -> person(account, Role.AUDITOR, null, null);
            case "admin" -> person(account, Role.ADMIN, null, null);
            default -> ofBody(account);
        };
    }

    private static Person ofBody(String account) {
        var cut = account.lastIndexOf('-');
        var role = Role.ofKey(account.substring(cut + 1)).orElseThrow();
        return person(account, role, account.substring(0, cut), null);
    }

    public static Person person(String account, Role role, @Nullable String body, @Nullable String curator) {
        return new Person(account, account, Set.of(role), body, curator, account + "@zhospar.invalid");
    }

    public static <T> T as(Person person, Callable<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context(person));
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public static void as(Person person, Runnable work) {
        as(person, () -> {
            work.run();
            return true;
        });
    }

    /** The bean that production code asks, for tests without a Spring context. */
    public static CurrentPerson current() {
        return new CurrentPerson();
    }

    static SecurityContext context(Person person) {
        var principal = new LocalPrincipal(person);
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
