package kz.zhospar.evidence;

import java.time.LocalDate;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/** What is to be proved. */
public sealed interface EvidenceSubject {

    /** A change request with everything that was decided on it. */
    record OfRequest(long number) implements EvidenceSubject {}

    /** An item of the plan or, with a field, one of its values, from the first load on. */
    record OfValue(ItemRef ref, @Nullable Field field) implements EvidenceSubject {}

    /** Everything that changed the plan in a period; both days belong to it. */
    record OfPeriod(LocalDate from, LocalDate to) implements EvidenceSubject {}
}
