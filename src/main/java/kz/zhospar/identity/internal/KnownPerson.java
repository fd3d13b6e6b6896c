package kz.zhospar.identity.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import org.jspecify.annotations.Nullable;

/** A person as Keycloak described him last. */
@Entity
@Table(name = "known_person")
class KnownPerson {
    @Id
    private String account;

    private String name;

    /** The keys of the roles with commas between. */
    private String roles;

    private @Nullable String body;

    private @Nullable String curator;

    private @Nullable String email;

    protected KnownPerson() {}

    String account() {
        return account;
    }

    /** Empty when none of the roles is known any more. */
    Optional<Person> person() {
        var known = Stream.of(roles.split(","))
                .map(Role::ofKey)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        return known.isEmpty() ? Optional.empty() : Optional.of(new Person(account, name, known, body, curator, email));
    }

    static String roles(Person person) {
        return person.roles().stream().sorted().map(Role::key).collect(Collectors.joining(","));
    }
}
