package kz.zhospar.seal;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it was sealed, or not as the audit says.
 *
 * @param table the table of the row; {@code seal} or {@code seal_leaf} for faults of the seals themselves. A table that
 *     is no audit table and not {@code revision} is the live one: its row is not as its newest audit row says
 * @param revision the revision of the row; 0 where there is none
 * @param rowKey the id of the row, empty for a revision's own row; the number of a seal; the id of an item of the plan
 */
public record Fault(Kind kind, String table, long revision, String rowKey) {

    public enum Kind {
        ALTERED,
        REMOVED,
        INSERTED,
        /** The row stands under another revision or id than it was sealed with. */
        REORDERED,
        SEAL_ALTERED,
        SEAL_REMOVED,
        /** A seal is not signed, or not by the key that is known. */
        SIGNATURE,
        /** The head that is kept outside is not in the chain. */
        HEAD_MISSING,
        /** The plan is not what the approved requests make of it. */
        PLAN_DIFFERS
    }

    public static final String SEAL = "seal";
    public static final String LEAF = "seal_leaf";

    public static Fault ofSeal(Kind kind, long number) {
        return new Fault(kind, SEAL, 0, String.valueOf(number));
    }

    /** The number of the seal that the fault is of; null for a fault of a row. */
    public @Nullable Long seal() {
        return table.equals(SEAL) && rowKey.matches("\\d{1,18}") ? Long.valueOf(rowKey) : null;
    }
}
