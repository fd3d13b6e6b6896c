package kz.zhospar.conversation;

import java.time.Instant;
import kz.zhospar.identity.Signature;
import org.jspecify.annotations.Nullable;

/** Who did something and when; name, position and body are those of the moment. */
public record Signed(
        String account,
        String name,
        String position,
        @Nullable String body,
        Instant at) {

    public static Signed of(Signature person, Instant at) {
        return new Signed(person.account(), person.name(), person.position(), person.body(), at);
    }
}
