package kz.zhospar.exchange.office;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.zhospar.audit.ComparedChange;
import kz.zhospar.audit.ComparisonWords;
import kz.zhospar.audit.PlanComparison;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.exchange.office.Paper.Mark;
import kz.zhospar.exchange.office.Paper.Piece;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ChangeWording;
import kz.zhospar.plan.Item;

/** The comparison table that goes to the maslikhat: wording in force, proposed wording, reason. */
public final class ComparisonTable {

    private static final List<Integer> SHARES = List.of(5, 22, 26, 26, 21);

    private final PlanComparison comparison;
    private final Language language;
    private final ComparisonWords words;
    private final ChangeWording wording;
    private final String nothing;
    private final Paper paper;

    private int number;
    private String lastReason = "";

    private ComparisonTable(PlanComparison comparison, Language language, Paper paper) {
        this.comparison = comparison;
        this.language = language;
        this.words = new ComparisonWords(language, comparison);
        this.wording = comparison.wording(language);
        this.nothing = text("plan.nothing");
        this.paper = paper;
    }

    public static void write(PlanComparison comparison, Stamp stamp, OutputStream out) throws IOException {
        var language = stamp.language();
        var words = new ComparisonWords(language, comparison);
        var plan = comparison.to().plan().tree().title().in(language);
        var about = Stream.of(
                        Messages.in(language, "compare.table.of", plan),
                        Messages.in(language, "compare.from", words.side(comparison.from())),
                        Messages.in(language, "compare.to", words.side(comparison.to())),
                        comparison.filter().isEmpty() ? "" : Messages.in(language, "compare.filtered"))
                .filter(line -> !line.isEmpty());
        var lines = Stream.concat(about, stamp.lines().stream()).toList();
        try (var paper = new Paper(language, Messages.in(language, "compare.table"), lines, SHARES)) {
            new ComparisonTable(comparison, language, paper).fill();
            paper.write(out);
        }
    }

    private void fill() {
        paper.head(Stream.of("number", "element", "in-force", "proposed", "reason")
                .map(column -> text("compare.table.column." + column))
                .toList());
        Item direction = null;
        for (var group : comparison.groups()) {
            if (number == 0 || !Objects.equals(direction, group.direction())) {
                paper.section(words.direction(group));
                direction = group.direction();
            }
            if (group.goal() != null) {
                paper.section(words.goal(group));
            }
            lastReason = "";
            group.rows().forEach(this::row);
        }
    }

    private void row(List<ComparedChange> changes) {
        var before = new ArrayList<List<Piece>>();
        var after = new ArrayList<List<Piece>>();
        changes.forEach(compared -> write(compared.change(), before, after));
        var reason = words.reason(changes.getFirst().origin());
        var same = !reason.isEmpty() && reason.equals(lastReason);
        lastReason = reason;
        var ref = changes.getFirst().change().ref();
        paper.row(List.of(
                plain(String.valueOf(++number)),
                plain(wording.name(ref)),
                before,
                after,
                plain(same ? text("compare.table.same") : reason)));
    }

    private void write(Change change, List<List<Piece>> before, List<List<Piece>> after) {
        switch (change) {
            case Change.Add add -> {
                before.add(List.of(new Piece(text("compare.table.absent"), Mark.NONE)));
                statements(add.item(), Mark.COME, after);
            }
            case Change.Remove remove -> {
                statements(remove.base(), Mark.GONE, before);
                after.add(List.of(new Piece(text("compare.table.removed"), Mark.BOLD)));
            }
            case Change.Edit edit -> wording.lines(edit).forEach(line -> write(line, before, after));
        }
    }

    private void statements(Item item, Mark mark, List<List<Piece>> lines) {
        wording.statements(item)
                .forEach(stated -> lines.add(
                        List.of(new Piece(stated.what() + ": ", Mark.NONE), new Piece(stated.value(), mark))));
    }

    private void write(ChangeWording.Line line, List<List<Piece>> before, List<List<Piece>> after) {
        var what = new Piece(line.what() + ": ", Mark.NONE);
        if (line.before().equals(nothing) || line.after().equals(nothing)) {
            before.add(List.of(what, new Piece(line.before(), mark(line.before(), Mark.GONE))));
            after.add(List.of(what, new Piece(line.after(), mark(line.after(), Mark.COME))));
            return;
        }
        var difference = TextDifference.of(line.before(), line.after());
        before.add(pieces(what, difference, difference.before(), Mark.GONE));
        after.add(pieces(what, difference, difference.after(), Mark.COME));
    }

    private Mark mark(String value, Mark mark) {
        return value.equals(nothing) ? Mark.NONE : mark;
    }

    private static List<Piece> pieces(Piece what, TextDifference difference, String changed, Mark mark) {
        return Stream.of(
                        what,
                        new Piece(difference.beginning(), Mark.NONE),
                        new Piece(changed, mark),
                        new Piece(difference.end(), Mark.NONE))
                .filter(piece -> !piece.text().isEmpty())
                .toList();
    }

    private static List<List<Piece>> plain(String text) {
        return List.of(List.of(new Piece(text, Mark.NONE)));
    }

    private String text(String key, Object... arguments) {
        return Messages.in(language, key, arguments);
    }
}
