package kz.zhospar.identity.internal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Turns the users of a realm file into accounts; the first user that makes no sense stops it. */
final class LocalAccountReader {
    private final Resource file;
    private final PasswordEncoder passwords;

    LocalAccountReader(Resource file, PasswordEncoder passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    SortedMap<String, LocalAccount> read() {
        var users = RealmFile.read(file).users();
        if (users == null || users.isEmpty()) {
            throw new AccountsException(RealmFile.name(file) + " has no users");
        }
        var accounts = new TreeMap<String, LocalAccount>();
        for (var user : users) {
            if (user.isUsable()) {
                var account = account(user);
                if (accounts.put(account.person().account(), account) != null) {
                    throw broken(user, "is there twice");
                }
            }
        }
        return accounts;
    }

    private LocalAccount account(RealmFile.User user) {
        var person = person(user);
        return new LocalAccount(person, password(user));
    }

    private Predicate<String> password(RealmFile.User user) {
        var credential = user.password().orElseThrow(() -> broken(user, "has no password"));
        try {
            if (credential.value() == null) {
                return KeycloakHash.of(credential)::isOf;
            }
            var hash = passwords.encode(credential.value());
            return typed -> passwords.matches(typed, hash);
        } catch (IllegalArgumentException e) {
            throw broken(user, "has a password that cannot be used: " + e.getMessage());
        }
    }

    private Person person(RealmFile.User user) {
        var account = user.username();
        if (account == null || account.isBlank()) {
            throw broken(user, "has no name");
        }
        if (!account.equals(account.strip().toLowerCase(Locale.ROOT))) {
            throw broken(user, "must be written in lower case");
        }
        return new Person(account, displayName(user), roles(user), body(user), curator(user), email(user));
    }

    private static String displayName(RealmFile.User user) {
        var name = Stream.of(Optional.ofNullable(user.firstName()), Optional.ofNullable(user.lastName()))
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? String.valueOf(user.username()) : name;
    }

    // Roles that are none of ours (the server's own, such as offline_access) say nothing here.
    private Set<Role> roles(RealmFile.User user) {
        var roles = EnumSet.noneOf(Role.class);
        user.roles().map(Role::ofKey).flatMap(Optional::stream).forEach(roles::add);
        if (roles.isEmpty()) {
            throw broken(user, "has none of the roles of this system");
        }
        return roles;
    }

    private @Nullable String body(RealmFile.User user) {
        var bodies = user.bodies();
        if (bodies.size() > 1) {
            throw broken(user, "belongs to several bodies: " + String.join(", ", bodies));
        }
        if (bodies.isEmpty() && user.roles().anyMatch(Set.of(Role.OFFICIAL.key(), Role.HEAD.key())::contains)) {
            throw broken(user, "is an official or a head but belongs to no body");
        }
        return bodies.isEmpty() ? null : bodies.getFirst();
    }

    private @Nullable String curator(RealmFile.User user) {
        var curator = user.attribute("curator");
        if (curator.isEmpty() && user.roles().anyMatch(Role.CURATOR.key()::equals)) {
            throw broken(user, "is a curator but has no attribute that says which");
        }
        return curator.orElse(null);
    }

    private static @Nullable String email(RealmFile.User user) {
        var email = user.email();
        return email == null || email.isBlank() ? null : email.strip();
    }

    private AccountsException broken(RealmFile.User user, String reason) {
        return new AccountsException("%s: account \"%s\" %s".formatted(RealmFile.name(file), user.username(), reason));
    }
}
