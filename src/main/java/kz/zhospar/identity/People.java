package kz.zhospar.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory of everybody who can sign in, ordered by account. */
public interface People {
    List<Person> all();

    Optional<Person> byAccount(String account);

    /** Who has a role, in one body or, when {@code body} is null, in any or none. */
    default List<Person> holding(Role role, @Nullable String body) {
        return all().stream()
                .filter(person -> person.is(role) && (body == null || body.equals(person.body())))
                .toList();
    }
}
