package kz.zhospar.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import org.jspecify.annotations.Nullable;

/** One row of an indicator: its unit, who answers for it, and its planned and actual values by year. */
public record Series(
        ItemRef ref,
        int row,
        LocalizedText name,
        LocalizedText unit,
        Better better,
        int decimals,
        @Nullable Term origin,
        @Nullable Term source,
        @Nullable Curator curator,
        List<Executor> executors,
        SortedMap<Integer, Cell> cells) {

    /** A body's part in a series; the first of the list leads. */
    public record Executor(Body body, boolean byAgreement) {}

    /** The two halves of one year's cell, and where the fact comes from. */
    public record Cell(
            @Nullable Quantity target,
            @Nullable Quantity actual,
            @Nullable Provenance provenance) {
        static final Cell EMPTY = new Cell(null, null, null);
    }

    public Cell cell(int year) {
        return cells.getOrDefault(year, Cell.EMPTY);
    }

    public boolean isDutyOf(UUID body) {
        return executors.stream()
                .anyMatch(executor -> executor.body().ref().id().equals(body));
    }
}
