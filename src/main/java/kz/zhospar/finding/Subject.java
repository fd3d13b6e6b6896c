package kz.zhospar.finding;

import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/** What a finding is about. */
public sealed interface Subject {

    record OfRevision(long number) implements Subject {}

    record OfRequest(long number) implements Subject {}

    /** An item of the plan or, with a field, one of its values. */
    record OfValue(ItemRef ref, @Nullable Field field) implements Subject {}
}
