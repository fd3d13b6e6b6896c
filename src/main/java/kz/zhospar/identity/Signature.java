package kz.zhospar.identity;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A person as he was at one moment: account, name, position and body; never follows later changes. */
@Embeddable
public record Signature(
        String account,
        String name,
        String position,
        @Nullable String body) {

    public static Signature of(Person person) {
        return of(person, person.position());
    }

    /** The signature of somebody who acts in one of several positions that he holds. */
    public static Signature of(Person person, Role position) {
        return new Signature(person.account(), person.name(), position.key(), person.body());
    }

    public boolean isOf(Person person) {
        return account.equals(person.account());
    }
}
