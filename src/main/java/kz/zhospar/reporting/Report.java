package kz.zhospar.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/**
 * What one body reports in one period.
 *
 * @param body its key
 * @param request the newest request with which it reports
 * @param today the day on which it is read
 */
public record Report(
        Campaign campaign,
        String body,
        Entry entry,
        @Nullable RequestSummary request,
        List<ReportRow> rows,
        LocalDate today) {

    /** Whether the reader can enter facts now, or why not. */
    public enum Entry {
        OPEN,
        /** A colleague of the same body is writing. */
        COLLEAGUE,
        UNDER_REVIEW,
        NOT_YET,
        CLOSED
    }

    public boolean mayEnter() {
        return entry == Entry.OPEN;
    }

    public Optional<ReportRow> row(ItemRef series) {
        return rows.stream()
                .filter(row -> row.duty().series().ref().equals(series))
                .findFirst();
    }

    /** The rows that the body has to report on, counted by how far they have come. */
    public BodyProgress progress() {
        return new BodyProgress(
                body,
                count(null),
                count(ReportRow.State.IN_PLAN),
                count(ReportRow.State.IN_REVIEW),
                count(ReportRow.State.DRAFT));
    }

    private int count(ReportRow.@Nullable State state) {
        return (int) rows.stream()
                .filter(ReportRow::leads)
                .filter(row -> state == null || row.state() == state)
                .count();
    }
}
