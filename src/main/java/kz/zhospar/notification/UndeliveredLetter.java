package kz.zhospar.notification;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that did not get through. Of what it says only the kinds are told: its words are its recipient's.
 *
 * @param recipient the name of the person, or the account of one who is not known any more
 * @param digestDay null for a letter about one thing
 * @param failure what the mail server said last, in its own words
 * @param givenUpAt null while it is still tried by itself
 */
public record UndeliveredLetter(
        UUID id,
        String recipient,
        @Nullable String address,
        Set<NoticeKind> kinds,
        @Nullable LocalDate digestDay,
        int attempts,
        String failure,
        Instant createdAt,
        @Nullable Instant givenUpAt)
        implements Serializable {

    public UndeliveredLetter {
        kinds = Set.copyOf(kinds);
    }

    public boolean isGivenUp() {
        return givenUpAt != null;
    }
}
