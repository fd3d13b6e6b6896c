package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.PlanWords;
import kz.zhospar.plan.Provenance;
import kz.zhospar.reporting.Deviation;
import kz.zhospar.reporting.FactEntry;
import kz.zhospar.reporting.FactText;
import kz.zhospar.reporting.ReportRow;
import kz.zhospar.reporting.ReportingRefusal;
import kz.zhospar.reporting.ReportingRefusal.Field;
import org.jspecify.annotations.Nullable;

/** One row of the page on which a body reports: what is planned, and fields for what has become of it. */
class FactRow extends NativeTableRow {

    /** The fields that a column from a spreadsheet can be pasted into. */
    enum Column {
        FACT,
        SOURCE,
        DATE;

        static Optional<Column> of(@Nullable String name) {
            return Stream.of(values())
                    .filter(column -> column.name().equals(name))
                    .findFirst();
        }
    }

    /** Takes what is written in a row to the draft. */
    interface Desk {
        /**
         * @param whole whether everything that stands in the row could be read
         * @return a message when it was not saved
         */
        @Nullable
        String save(FactEntry entry, boolean whole);

        /** No fact stands as of a later day. */
        LocalDate today();

        void settle(ItemRef series, boolean keepMine);
    }

    private static final int SAVED_AFTER_MILLISECONDS = 800;

    private final PlanTree plan;
    private final int year;
    private final Desk desk;
    private final boolean editable;
    private final Input fact = new Input();
    private final Checkbox preliminary = new Checkbox();
    private final Input source = new Input();
    private final Input date = new Input();
    private final CommentInput comment = new CommentInput();
    private final Span state = new Span();
    private final Div deviation = new Div();
    private final Div wanted = new Div();
    private final Div message = Ui.div("rp-message");
    private ReportRow row;
    private boolean pasting;

    FactRow(PlanTree plan, int year, ReportRow row, boolean mayEnter, Desk desk) {
        this.plan = plan;
        this.year = year;
        this.row = row;
        this.desk = desk;
        this.editable = mayEnter && row.lock() == null && !row.conflicting();
        message.getElement().setAttribute("role", "alert");
        add(
                what(),
                named("reporting.column.target", Ui.span("z-number", ReportingWords.value(row.target()))),
                named("reporting.column.previous", Ui.span("z-number z-soft", ReportingWords.value(row.previous()))));
        if (editable) {
            prepareFields();
            addFields();
        } else {
            addTexts();
        }
        show(row);
        explain();
    }

    ItemRef series() {
        return row.duty().series().ref();
    }

    private NativeTableHeaderCell what() {
        var duty = row.duty();
        var number = ReportingWords.number(duty);
        var link = Ui.link("plan/indicators/" + duty.indicator().number(), ReportingWords.name(duty));
        var title = Ui.div("rp-name", Ui.span("ws-number", number), link);
        var unit = duty.series().unit().in(Texts.language());
        var tags = Ui.div("rp-tags", state);
        if (!unit.isBlank()) {
            tags.addComponentAsFirst(Ui.span("z-soft z-small", unit));
        }
        if (!row.leads()) {
            duty.leader()
                    .ifPresent(leader -> tags.add(
                            Ui.span("z-soft z-small", t("reporting.row.leader", ReportingWords.body(plan, leader)))));
        }
        var head = new NativeTableHeaderCell(title, tags, message);
        head.getElement().setAttribute("scope", "row");
        return head;
    }

    /** Fields begin with what is stated; only what is written in them afterwards is saved. */
    private void prepareFields() {
        var provenance = row.written();
        prepare(fact, "reporting.column.fact", Column.FACT, ReportingWords.raw(row.fact()));
        fact.getElement().setAttribute("inputmode", "decimal");
        prepare(source, "reporting.column.source", Column.SOURCE, provenance.source());
        prepare(date, "reporting.column.date", Column.DATE, day(provenance.date()));
        date.setPlaceholder(t("reporting.date.form"));
        name(comment, "reporting.column.comment");
        comment.getElement().setAttribute("data-column", "COMMENT");
        comment.setValue(provenance.comment());
        comment.addValueChangeListener(this::written);
        preliminary.setAriaLabel(label("reporting.column.preliminary"));
        preliminary.setValue(provenance.preliminary());
        preliminary.addValueChangeListener(this::written);
        fields().forEach(FactRow::noteKept);
    }

    private void prepare(Input field, String label, Column column, String value) {
        name(field, label);
        field.getElement().setAttribute("data-column", column.name());
        field.getElement().setAttribute("autocomplete", "off");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(SAVED_AFTER_MILLISECONDS);
        field.setValue(value);
        field.addValueChangeListener(this::written);
    }

    private void name(HasElement field, String label) {
        Ui.describe(field, label(label));
    }

    private String label(String column) {
        return t("reporting.field-of-row", t(column).replace("\u00ad", ""), ReportingWords.number(row.duty()));
    }

    private void addFields() {
        getElement().setAttribute("data-row", series().id().toString());
        add(
                named("reporting.column.fact", fact),
                named("reporting.column.deviation", deviation),
                named("reporting.column.preliminary", preliminary),
                named("reporting.column.source", source),
                named("reporting.column.date", date),
                named("reporting.column.comment", comment, wanted));
    }

    private void addTexts() {
        var provenance = row.written();
        add(
                named("reporting.column.fact", Ui.span("z-number rp-fact", ReportingWords.value(row.fact()))),
                named("reporting.column.deviation", deviation),
                named(
                        "reporting.column.preliminary",
                        new Span(provenance.preliminary() ? t("plan.yes") : row.fact() == null ? "" : t("plan.no"))),
                named("reporting.column.source", new Span(provenance.source())),
                named("reporting.column.date", Ui.span("z-number", day(provenance.date()))),
                named("reporting.column.comment", Ui.span("z-prose", provenance.comment()), wanted));
    }

    private static NativeTableCell named(String label, Component... content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", t(label));
        return cell;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Ui.formats().day(day);
    }

    /** Writes a text into a field as if it had been typed there; false where the row cannot be written. */
    boolean put(Column column, String text) {
        if (!editable) {
            return false;
        }
        pasting = true;
        switch (column) {
            case FACT -> fact.setValue(text);
            case SOURCE -> source.setValue(text);
            case DATE -> date.setValue(text);
        }
        pasting = false;
        return save();
    }

    private void written(HasValue.ValueChangeEvent<?> event) {
        if (!pasting) {
            save();
        }
    }

    private boolean save() {
        var problem = new ArrayList<String>();
        var entry = new FactEntry(
                series(),
                readFact(problem),
                new Provenance(
                        readText(Field.SOURCE, source, Provenance.LONGEST_SOURCE, Provenance::source, problem),
                        readDate(problem),
                        preliminary.getValue(),
                        readText(Field.COMMENT, comment, Provenance.LONGEST_COMMENT, Provenance::comment, problem)));
        var refused = desk.save(entry, problem.isEmpty());
        tell(refused == null ? String.join(" ", problem) : refused);
        if (refused == null) {
            fields().filter(FactRow::isValid).forEach(FactRow::noteKept);
        }
        return refused == null && problem.isEmpty();
    }

    /** What cannot be read stays in its field, marked; the rest of the row is saved. */
    private @Nullable Quantity readFact(List<String> problem) {
        return read(
                fact,
                problem,
                () -> FactText.read(fact.getValue(), row.duty().series(), row.target())
                        .orElse(null),
                row::fact);
    }

    private String readText(
            Field field,
            AbstractField<?, String> input,
            int longest,
            Function<Provenance, String> before,
            List<String> problem) {
        return Objects.requireNonNull(read(
                input,
                problem,
                () -> {
                    FactEntry.requireShort(field, input.getValue(), longest);
                    return input.getValue();
                },
                () -> before.apply(row.written())));
    }

    private @Nullable LocalDate readDate(List<String> problem) {
        var text = date.getValue().strip();
        var read = DayText.read(text);
        if (!text.isEmpty() && read.isEmpty()) {
            mark(date, true);
            problem.add(t("reporting.not-a-day", text));
            return row.written().date();
        }
        return read(
                date,
                problem,
                () -> {
                    FactEntry.requirePossible(read.orElse(null), desk.today());
                    return read.orElse(null);
                },
                () -> row.written().date());
    }

    /** What is refused stays in its field, marked, and in the draft stays what was there before. */
    private static <T> @Nullable T read(
            HasElement field, List<String> problem, Supplier<@Nullable T> now, Supplier<@Nullable T> before) {
        try {
            mark(field, false);
            return now.get();
        } catch (ReportingRefusal refusal) {
            mark(field, true);
            problem.add(ReportingWords.message(refusal));
            return before.get();
        }
    }

    private static boolean isValid(HasElement field) {
        return !"true".equals(field.getElement().getAttribute("aria-invalid"));
    }

    /** By this the browser knows what is not on the server yet (see fact-table.js). */
    private static void noteKept(AbstractField<?, String> field) {
        field.getElement().setAttribute("data-kept", field.getValue());
    }

    private Stream<AbstractField<?, String>> fields() {
        return Stream.of(fact, source, date, comment);
    }

    private static void mark(HasElement field, boolean invalid) {
        field.getElement().setAttribute("aria-invalid", String.valueOf(invalid));
    }

    void tell(String text) {
        message.setText(text);
        message.setClassName("bad", !text.isEmpty());
    }

    /** Shows anew what follows from what is written; the fields stay as they are. */
    final void show(ReportRow next) {
        row = next;
        state.removeAll();
        state.add(ReportingWords.state(row.state()));
        deviation.removeAll();
        row.deviation().ifPresent(found -> deviation.add(deviation(found)));
        wanted.removeAll();
        setClassName("missing", row.isMissing());
        comment.getElement().setAttribute("aria-required", String.valueOf(row.needsComment()));
        if (row.lacksComment()) {
            wanted.add(Ui.span("rp-wanted", t("reporting.comment-wanted")));
        }
    }

    private static Component deviation(Deviation found) {
        var words = t("reporting.verdict." + found.verdict());
        var sign = switch (found.verdict()) {
            case BETTER -> Ui.span("ws-mark good", "✓");
            case WORSE -> Ui.span("ws-mark bad", "▽");
            case EQUAL, DIFFERENT -> new Span();
        };
        sign.getElement().setAttribute("aria-hidden", "true");
        var shown = new Span(sign, Ui.span("z-number", ReportingWords.deviation(found)), Ui.spoken(words));
        shown.setTitle(words);
        return shown;
    }

    /** Why the row cannot be written: somebody else holds it, or the plan has moved; or why it came back. */
    private void explain() {
        if (!row.remark().isEmpty()) {
            tell(t("reporting.row.remark", row.remark()));
        }
        var lock = row.lock();
        if (lock != null) {
            tell(t(
                    "reporting.row.locked",
                    String.valueOf(lock.request()),
                    ReportingWords.body(plan, Objects.requireNonNullElse(lock.body(), "")),
                    Ui.formats().moment(lock.since())));
            message.setClassName("bad", false);
        } else if (row.conflicting()) {
            var cell = row.duty().series().cell(year);
            var inPlan = new StringBuilder(ReportingWords.value(cell.actual()));
            if (cell.provenance() != null) {
                inPlan.append(" (")
                        .append(PlanWords.provenance(Texts.language(), cell.provenance()))
                        .append(")");
            }
            tell(t("reporting.row.conflict", inPlan.isEmpty() ? t("plan.nothing") : inPlan.toString()));
            message.add(Ui.div(
                    "z-actions",
                    new Button(t("reporting.row.keep-mine"), _ -> desk.settle(series(), true)),
                    new Button(t("reporting.row.take-plan"), _ -> desk.settle(series(), false))));
        }
    }
}
