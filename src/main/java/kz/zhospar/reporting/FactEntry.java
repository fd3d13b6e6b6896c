package kz.zhospar.reporting;

import kz.zhospar.common.Quantity;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.Provenance;
import org.jspecify.annotations.Nullable;

/** What a body states in one row; a null fact states none. */
public record FactEntry(ItemRef series, @Nullable Quantity fact, Provenance provenance) {

    /** Where the fact comes from; without a fact, only what was really written about it. */
    @Nullable
    Provenance stated() {
        return fact == null && provenance.equals(Provenance.FINAL) ? null : provenance;
    }
}
