package kz.zhospar.identity.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Turns the users of a realm file into accounts; the first user that makes no sense stops it. */
final class LocalAccountReader {
    /** The accounts are read before there is a plan that could know their bodies. */
    private static final Admission ADMISSION = new Admission("/bodies/", List.of());

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
        try {
            return ADMISSION.admit(described(account, user));
        } catch (AccountNotSetUp e) {
            throw broken(user, reason(e.problem()));
        }
    }

    private static KeycloakAccount described(String account, RealmFile.User user) {
        return new KeycloakAccount(
                account,
                displayName(user),
                email(user),
                user.roles().collect(Collectors.toSet()),
                user.groups() == null ? List.of() : user.groups(),
                user.attribute("curator").orElse(null));
    }

    private static String reason(AccountNotSetUp.Problem problem) {
        return switch (problem.lack()) {
            case ROLE -> "has none of the roles of this system";
            case BODY -> "is an official or a head but belongs to no body";
            case ONE_BODY -> "belongs to several bodies: " + problem.detail();
            case CURATOR -> "is a curator but has no attribute that says which";
            case KNOWN_BODY, KNOWN_CURATOR -> "names what the plan does not know: " + problem.detail();
        };
    }

    private static String displayName(RealmFile.User user) {
        var name = Stream.of(Optional.ofNullable(user.firstName()), Optional.ofNullable(user.lastName()))
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? String.valueOf(user.username()) : name;
    }

    private static @Nullable String email(RealmFile.User user) {
        var email = user.email();
        return email == null || email.isBlank() ? null : email.strip();
    }

    private AccountsException broken(RealmFile.User user, String reason) {
        return new AccountsException("%s: account \"%s\" %s".formatted(RealmFile.name(file), user.username(), reason));
    }
}
