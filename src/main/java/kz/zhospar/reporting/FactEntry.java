package kz.zhospar.reporting;

import java.time.LocalDate;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.Provenance;
import org.jspecify.annotations.Nullable;

/** What a body states in one row; a null fact states none. */
public record FactEntry(ItemRef series, @Nullable Quantity fact, Provenance provenance) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /**
     * @param today no fact stands as of a later day
     * @throws ReportingRefusal DAY_OUT_OF_RANGE
     */
    public static void requirePossible(@Nullable LocalDate day, LocalDate today) {
        if (day != null) {
            ReportingRefusal.requireBetween(ReportingRefusal.Field.DATE, day, EARLIEST, today);
        }
    }

    /** @throws ReportingRefusal TOO_LONG */
    public static void requireShort(ReportingRefusal.Field field, String text, int longest) {
        if (text.strip().length() > longest) {
            throw new ReportingRefusal(ReportingRefusal.Reason.TOO_LONG, field, longest);
        }
    }

    void requirePossible(LocalDate today) {
        requireShort(ReportingRefusal.Field.SOURCE, provenance.source(), Provenance.LONGEST_SOURCE);
        requireShort(ReportingRefusal.Field.COMMENT, provenance.comment(), Provenance.LONGEST_COMMENT);
        requirePossible(provenance.date(), today);
    }

    /** Where the fact comes from; without a fact, only what was really written about it. */
    @Nullable
    Provenance stated() {
        return fact == null && provenance.equals(Provenance.FINAL) ? null : provenance;
    }
}
