package kz.zhospar.exchange.office;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.zhospar.audit.ComparedChange;
import kz.zhospar.audit.ComparisonTotals;
import kz.zhospar.audit.ComparisonWords;
import kz.zhospar.audit.PlanComparison;
import kz.zhospar.audit.PlanComparison.Group;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Messages;
import kz.zhospar.common.Quantity;
import kz.zhospar.exchange.office.Book.Column;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ChangeWording;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/** A comparison as a workbook: every changed value in a row of its own, and the totals. */
public final class ComparisonBook {

    private final PlanComparison comparison;
    private final Language language;
    private final ComparisonWords words;
    private final ChangeWording wording;
    private final List<String> lines;
    private final Book book;

    private ComparisonBook(PlanComparison comparison, Stamp stamp, Book book) {
        this.comparison = comparison;
        this.language = stamp.language();
        this.words = new ComparisonWords(language, comparison);
        this.wording = comparison.wording(language);
        this.book = book;
        var from = text("compare.from", words.side(comparison.from()));
        var to = text("compare.to", words.side(comparison.to()));
        this.lines = new ArrayList<>(List.of(from, to));
        if (!comparison.filter().isEmpty()) {
            lines.add(text("compare.filtered"));
        }
        lines.addAll(stamp.lines());
    }

    public static void write(PlanComparison comparison, Stamp stamp, OutputStream out) throws IOException {
        try (var book = new Book(new Formats(stamp.language()))) {
            var sheets = new ComparisonBook(comparison, stamp, book);
            sheets.changes();
            sheets.totals(comparison.totals());
            book.write(out);
        }
    }

    private void changes() {
        var tab = book.tab(text("compare.sheet.changes"), text("compare.title"), lines)
                .head(List.of(
                        column("number", 6),
                        column("direction", 24),
                        column("goal", 30),
                        column("item", 24),
                        column("title", 48),
                        column("kind", 14),
                        column("field", 26),
                        column("year", 8),
                        column("before", 28),
                        column("after", 28),
                        column("difference", 14),
                        column("unit", 14),
                        column("revision", 10),
                        column("at", 17),
                        column("request", 10),
                        column("submitted", 24),
                        column("approved", 30),
                        column("reason", 60)));
        int number = 0;
        for (var group : comparison.groups()) {
            for (var change : group.changes()) {
                put(tab, ++number, group, change);
            }
        }
        tab.end();
    }

    private void put(Book.Tab tab, int number, Group group, ComparedChange compared) {
        switch (compared.change()) {
            case Change.Add add ->
                wording.statements(add.item()).forEach(stated -> {
                    var value = add.item().value(stated.field()).orElseThrow();
                    put(tab, number, group, compared, stated, null, value);
                });
            case Change.Remove remove ->
                wording.statements(remove.base()).forEach(stated -> {
                    var value = remove.base().value(stated.field()).orElseThrow();
                    put(tab, number, group, compared, stated, value, null);
                });
            case Change.Edit edit -> put(tab, number, group, compared, edit);
        }
    }

    private void put(
            Book.Tab tab,
            int number,
            Group group,
            ComparedChange compared,
            ChangeWording.Statement stated,
            @Nullable Object before,
            @Nullable Object after) {
        var field = stated.field();
        put(tab, number, group, compared, field, stated.what(), shown(field, before), shown(field, after));
    }

    private void put(Book.Tab tab, int number, Group group, ComparedChange compared, Change.Edit edit) {
        var field = edit.field();
        if (field.attribute().type() == LocalizedText.class) {
            wording.lines(edit)
                    .forEach(
                            line -> put(tab, number, group, compared, field, line.what(), line.before(), line.after()));
        } else {
            put(
                    tab,
                    number,
                    group,
                    compared,
                    field,
                    text("plan.attribute." + field.attribute()),
                    shown(field, edit.base()),
                    shown(field, edit.value()));
        }
    }

    private void put(
            Book.Tab tab,
            int number,
            Group group,
            ComparedChange compared,
            Field field,
            String what,
            @Nullable Object before,
            @Nullable Object after) {
        var ref = compared.change().ref();
        var origin = compared.origin();
        var grounds = origin == null ? null : origin.grounds();
        tab.put(
                number,
                words.direction(group),
                words.goal(group),
                wording.label(ref),
                wording.title(ref),
                text("compare.kind." + compared.kind()),
                field.year() == null ? what : text("plan.attribute." + field.attribute()),
                field.year(),
                before,
                after,
                compared.change() instanceof Change.Edit edit
                        ? edit.difference().orElse(null)
                        : null,
                unit(ref, field),
                origin == null ? null : origin.revision(),
                origin == null ? null : origin.at(),
                origin == null ? null : origin.request(),
                grounds == null ? null : grounds.submitter(),
                grounds == null
                        ? null
                        : grounds.approvals().stream()
                                .map(DecisionRecord::person)
                                .distinct()
                                .collect(Collectors.joining(", ")),
                words.reason(origin));
    }

    /** A quantity stays one, so that the spreadsheet can count with it. */
    private @Nullable Object shown(Field field, @Nullable Object value) {
        return value == null || value instanceof Quantity || value instanceof Integer
                ? value
                : wording.value(field, value);
    }

    private @Nullable String unit(ItemRef ref, Field field) {
        var counted = field.attribute() == Attribute.AMOUNT
                || field.attribute() == Attribute.TARGET
                || field.attribute() == Attribute.ACTUAL;
        return counted ? wording.unit(ref, field) : null;
    }

    private void totals(ComparisonTotals totals) {
        var tab = book.tab(text("compare.sheet.totals"), text("compare.totals"), lines)
                .head(List.of(
                        column("what", 44),
                        column("year", 10),
                        column("before", 22),
                        column("after", 22),
                        column("difference", 22)));
        count(tab, "compare.totals.edits", totals.edits());
        items(tab, "compare.totals.added", totals.added());
        items(tab, "compare.totals.removed", totals.removed());
        var targets = totals.targets();
        count(tab, "compare.totals.raised", targets.raised());
        count(tab, "compare.totals.lowered", targets.lowered());
        count(tab, "compare.totals.eased", targets.eased());
        count(tab, "compare.totals.tightened", targets.tightened());
        count(tab, "compare.totals.other", targets.other());
        if (!totals.money().isEmpty()) {
            tab.section(text("compare.money"));
        }
        for (var money : totals.money()) {
            var source = text("plan.funding-source." + money.source());
            tab.put(
                    money.passport() ? text("compare.money.passport", source) : source,
                    money.year(),
                    money.before(),
                    money.after(),
                    money.difference());
        }
    }

    private void count(Book.Tab tab, String key, int count) {
        tab.put(text(key), null, null, null, count);
    }

    private void items(Book.Tab tab, String key, Map<ItemType, Integer> counts) {
        counts.forEach((type, count) -> tab.put(text(key, text("plan.type." + type)), null, null, null, count));
    }

    private Column column(String key, int width) {
        return new Column(text("compare.column." + key), width);
    }

    private String text(String key, Object... arguments) {
        return Messages.in(language, key, arguments);
    }
}
