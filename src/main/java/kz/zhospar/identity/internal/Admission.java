package kz.zhospar.identity.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zhospar.identity.KnownKeys;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.internal.AccountNotSetUp.Lack;
import org.jspecify.annotations.Nullable;

/** Tells which person an account is; the same for who signs in, for the directory and for local accounts. */
class Admission {
    private static final Set<Role> OF_A_BODY = EnumSet.of(Role.OFFICIAL, Role.HEAD);

    private final String groups;
    private final Iterable<KnownKeys> keys;

    /**
     * @param groups the path of the group whose subgroups are the bodies, with a slash at its end
     * @param keys all of which must know the body and the curator that an account names
     */
    Admission(String groups, Iterable<KnownKeys> keys) {
        this.groups = groups;
        this.keys = keys;
    }

    /**
     * The person that an account is.
     *
     * @throws AccountNotSetUp if the account lacks something
     */
    Person admit(KeycloakAccount account) {
        var roles = roles(account);
        return new Person(
                account.id(), account.name(), roles, body(account, roles), curator(account, roles), account.email());
    }

    // Roles that are none of ours (the server's own, such as offline_access) say nothing here.
    private static Set<Role> roles(KeycloakAccount account) {
        var roles = EnumSet.noneOf(Role.class);
        account.roles().stream().map(Role::ofKey).flatMap(Optional::stream).forEach(roles::add);
        if (roles.isEmpty()) {
            throw lacking(account, Lack.ROLE, "");
        }
        return roles;
    }

    private @Nullable String body(KeycloakAccount account, Set<Role> roles) {
        var bodies = bodies(account);
        if (bodies.size() > 1) {
            throw lacking(account, Lack.ONE_BODY, String.join(", ", bodies));
        }
        if (bodies.isEmpty() && roles.stream().anyMatch(OF_A_BODY::contains)) {
            throw lacking(account, Lack.BODY, "");
        }
        var body = bodies.isEmpty() ? null : bodies.getFirst();
        for (var known : keys) {
            if (body != null && !known.isBody(body)) {
                throw lacking(account, Lack.KNOWN_BODY, body);
            }
        }
        return body;
    }

    private List<String> bodies(KeycloakAccount account) {
        return account.groups().stream()
                .filter(group -> group.startsWith(groups))
                .map(group -> group.substring(groups.length()))
                .filter(body -> !body.isEmpty())
                .distinct()
                .toList();
    }

    private @Nullable String curator(KeycloakAccount account, Set<Role> roles) {
        var curator = account.curator();
        if (!roles.contains(Role.CURATOR)) {
            return null;
        }
        if (curator == null) {
            throw lacking(account, Lack.CURATOR, "");
        }
        for (var known : keys) {
            if (!known.isCurator(curator)) {
                throw lacking(account, Lack.KNOWN_CURATOR, curator);
            }
        }
        return curator;
    }

    private static AccountNotSetUp lacking(KeycloakAccount account, Lack lack, String detail) {
        return new AccountNotSetUp(new AccountNotSetUp.Problem(lack, account.name(), detail));
    }
}
