package kz.zhospar.notification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Something that people have to be told. Publish it as an application event in the transaction that it tells of: it is
 * recorded with the commit, and delivered after it until that succeeds.
 *
 * @param id the same on every delivery
 * @param recipients accounts
 * @param link the address in the application, without a leading slash: {@code changes/12}
 * @param arguments of the text, in the order that the kind states; the same in all languages
 */
public record Notice(
        UUID id, NoticeKind kind, Set<String> recipients, String link, List<String> arguments, Instant at) {

    public static Notice of(NoticeKind kind, Set<String> recipients, String link, Instant at, String... arguments) {
        return new Notice(UUID.randomUUID(), kind, Set.copyOf(recipients), link, List.of(arguments), at);
    }
}
