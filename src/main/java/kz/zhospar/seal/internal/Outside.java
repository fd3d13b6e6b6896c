package kz.zhospar.seal.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the chain from outside of the database; null or empty for what is not.
 *
 * @param head the hash of a seal that has to be in the chain
 * @param number the number of that seal
 * @param keys the fingerprints of keys one of which has to have signed that seal and the newest
 */
record Outside(@Nullable String head, @Nullable Long number, Set<String> keys, List<PublicKeyRecord> known) {

    static final Outside NOTHING = new Outside(null, null, List.of());

    Outside(@Nullable String head, @Nullable Long number, Collection<PublicKeyRecord> keys) {
        this(
                head,
                number,
                keys.stream().map(PublicKeyRecord::id).collect(Collectors.toUnmodifiableSet()),
                List.copyOf(keys));
    }
}
