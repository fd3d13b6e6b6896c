package kz.zhospar.seal.internal;

import java.nio.charset.StandardCharsets;
import kz.zhospar.seal.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A row that does not agree with its leaf, held until it is known what happened to it.
 *
 * @param key as COPY writes it
 * @param sealed the hash of the leaf; null when there is none
 * @param line the row; null when there is none
 * @param hash the hash of the row; null when there is none
 */
record Suspect(
        AuditTable table,
        long revision,
        byte[] key,
        byte @Nullable [] sealed,
        byte @Nullable [] line,
        byte @Nullable [] hash) {

    Fault.Kind kind() {
        if (sealed == null) {
            return Fault.Kind.INSERTED;
        }
        return line == null ? Fault.Kind.REMOVED : Fault.Kind.ALTERED;
    }

    String keyText() {
        return new String(key, StandardCharsets.UTF_8);
    }

    Fault fault(Fault.Kind kind) {
        return new Fault(kind, table.name(), revision, keyText());
    }

    /** It is the leaf that was tampered with and not the row. */
    Fault ofLeaf() {
        return new Fault(Fault.Kind.SEAL_ALTERED, Fault.LEAF, revision, (table.name() + " " + keyText()).strip());
    }
}
