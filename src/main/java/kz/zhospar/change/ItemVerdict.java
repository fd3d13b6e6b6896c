package kz.zhospar.change;

import kz.zhospar.common.PlainText;
import kz.zhospar.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * What an approver says of one change that he does not accept.
 *
 * @param verdict RETURNED or REJECTED
 * @param reason may be blank only when the decision as a whole has one
 * @param suggestion another value for the field, with a returned edit only; null for none
 */
public record ItemVerdict(
        Change change,
        Verdict verdict,
        String reason,
        @Nullable Object suggestion) {

    public ItemVerdict {
        reason = PlainText.storable(reason);
    }

    public static ItemVerdict returned(Change change, String reason) {
        return new ItemVerdict(change, Verdict.RETURNED, reason, null);
    }

    public static ItemVerdict rejected(Change change, String reason) {
        return new ItemVerdict(change, Verdict.REJECTED, reason, null);
    }
}
