package kz.zhospar.identity;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param account the stable id: the account name of a local account, the {@code sub} of an identity server
 * @param name how the person is shown to others
 * @param roles at least one
 * @param body the key of the body that the person works for; officials and heads always have one
 * @param curator the key of the curator that the person is; only of curators
 * @param email where mail reaches the person; null when none is known
 */
public record Person(
        String account,
        String name,
        Set<Role> roles,
        @Nullable String body,
        @Nullable String curator,
        @Nullable String email)
        implements Serializable {
    private static final List<Role> PRECEDENCE =
            List.of(Role.AKIM_OFFICE, Role.ECONOMY, Role.CURATOR, Role.HEAD, Role.OFFICIAL, Role.AUDITOR, Role.ADMIN);

    private static final Set<Role> WRITERS = Set.of(Role.OFFICIAL, Role.HEAD, Role.ECONOMY);
    private static final Set<Role> OVERSEERS = Set.of(Role.ECONOMY, Role.AKIM_OFFICE, Role.AUDITOR);

    public Person {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(account + " has no role");
        }
    }

    public Person(String account, String name, Set<Role> roles, @Nullable String body, @Nullable String curator) {
        this(account, name, roles, body, curator, null);
    }

    /** Whether the person may write changes to the plan, each for the own body. */
    public boolean isWriter() {
        return roles.stream().anyMatch(WRITERS::contains);
    }

    /** Whether the person may read all requests, decisions and the audit, whichever body they concern. */
    public boolean readsEverything() {
        return roles.stream().anyMatch(OVERSEERS::contains);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The role in which a person with several roles acts. */
    public Role position() {
        return PRECEDENCE.stream().filter(roles::contains).findFirst().orElseThrow();
    }
}
