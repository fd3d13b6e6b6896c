package kz.zhospar.conversation.internal;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import kz.zhospar.conversation.Signed;
import kz.zhospar.identity.Person;
import org.jspecify.annotations.Nullable;

/** A person as he was at one moment; never follows later changes. */
@Embeddable
public record Signature(
        String account,
        String name,
        String position,
        @Nullable String body) {

    public static Signature of(Person person) {
        return new Signature(person.account(), person.name(), person.position().key(), person.body());
    }

    Signed at(Instant moment) {
        return new Signed(account, name, position, body, moment);
    }
}
