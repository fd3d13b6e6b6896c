package kz.zhospar.workspace.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ValueGrid} shows, ready to be written: all words and numbers are in the reader's language already.
 *
 * @param caption names the table for those who hear it
 * @param corner the head of the column of names
 * @param labelled whether rows have a label of their own beside the name of their group
 */
record GridModel(String caption, String corner, boolean labelled, List<Column> columns, List<Group> groups) {

    /** {@code note} says what a year's values are. */
    record Column(String key, String title, String note) {}

    /** The rows that share one name. A group without rows is a heading over the next ones. */
    record Group(Head head, String look, List<Row> rows) {}

    record Head(
            @Nullable String number,
            String title,
            @Nullable String href,
            @Nullable String unit,
            @Nullable String note,
            List<Part> parts) {
        static Head of(String title) {
            return new Head(null, title, null, null, null, List.of());
        }
    }

    /** A word under a name, with what it stands for. */
    record Part(String text, @Nullable String meaning, boolean tag) {}

    /** {@code look} is {@code plan}, {@code fact}, {@code money} or {@code sum}. */
    record Row(String look, String label, List<Cell> cells) {}

    /**
     * One value.
     *
     * @param kind {@code number}, {@code text}, {@code dash}, {@code nodata}, {@code empty} or {@code none} where
     *     nothing can stand
     * @param spoken what is heard in place of a sign that is only seen
     * @param before what the approved plan states, where a draft states something else; blank for nothing
     * @param raw the text that an editor begins with
     * @param access {@code read}, {@code edit} or {@code locked}
     * @param label names the place in messages
     * @param note why a value cannot be edited, or what it differs from
     * @param mark {@code good}, {@code bad} or {@code differs}
     */
    record Cell(
            String key,
            String kind,
            String text,
            @Nullable String spoken,
            @Nullable String before,
            String raw,
            String access,
            String label,
            @Nullable String note,
            @Nullable String mark,
            @Nullable String href) {}

    Stream<Cell> cells() {
        return groups.stream().flatMap(group -> group.rows().stream()).flatMap(row -> row.cells().stream());
    }

    Map<String, Cell> byKey() {
        return cells().collect(Collectors.toMap(Cell::key, Function.identity()));
    }

    /** Whether the other model differs in its cells' contents only, so that cells can be replaced one by one. */
    boolean hasRowsOf(GridModel other) {
        return frame().equals(other.frame());
    }

    private List<?> frame() {
        return List.of(
                columns,
                groups.stream()
                        .map(group -> List.of(
                                group.head(),
                                group.look(),
                                group.rows().stream()
                                        .map(row -> List.of(
                                                row.look(),
                                                row.label(),
                                                row.cells().stream()
                                                        .map(Cell::key)
                                                        .toList()))
                                        .toList()))
                        .toList());
    }

    /** The cells that are other than in an earlier model of the same table. */
    List<Cell> changedSince(GridModel before) {
        var earlier = before.byKey();
        return cells().filter(cell -> !cell.equals(earlier.get(cell.key()))).toList();
    }
}
