package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/** What a change means beyond its own place, folded under it. */
class EffectPart extends NativeDetails {

    private static final Field TARGET = Field.of(Attribute.TARGET, 2000);

    private final ChangeWords words;

    EffectPart(Effect effect, ChangeWords words) {
        super(t("request.effect"));
        this.words = words;
        addClassName("z-effect");
        var content = Ui.div("z-effect-content");
        if (effect.path() != null) {
            path(effect.path()).forEach(content::add);
        }
        if (effect.balance() != null) {
            content.add(balance(effect.balance()));
        }
        content.add(Ui.div("z-effect-facts", touched(effect.touched()).toArray(Component[]::new)));
        setContent(content);
        showLastYears(content);
        addToggleListener(_ -> showLastYears(content));
    }

    /** Where not all years find room, the last ones come first: they are what the change is about. */
    private static void showLastYears(Div content) {
        content.getElement()
                .executeJs(
                        "this.querySelectorAll('.z-effect-scroll').forEach(one => one.scrollLeft = one.scrollWidth)");
    }

    private List<Component> path(Effect.Path path) {
        var years = path.years();
        var rows = new ArrayList<NativeTableRow>();
        rows.add(head(years.stream().map(year -> String.valueOf(year.year())).toList()));
        rows.add(row(t("request.effect.target"), years, year -> cell(year.targetBefore(), year.target())));
        if (path.hasActuals()) {
            rows.add(row(t("request.effect.actual"), years, year -> cell(year.actualBefore(), year.actual())));
        }
        var parts = new ArrayList<Component>();
        parts.add(table(t("request.effect.path"), rows));
        if (!path.others().isEmpty()) {
            parts.add(others(path));
        }
        return parts;
    }

    /** What moves is marked, in colour and in words. */
    private NativeTableCell cell(@Nullable Quantity before, @Nullable Quantity after) {
        var cell = new NativeTableCell();
        if (Objects.equals(before, after)) {
            cell.add(new Span(after == null ? "" : words.value(TARGET, after)));
        } else {
            cell.addClassName("moved");
            cell.add(ChangeParts.struck(words.value(TARGET, before)), ChangeParts.fresh(words.value(TARGET, after)));
        }
        return cell;
    }

    private Component others(Effect.Path path) {
        var list = new UnorderedList();
        path.others()
                .forEach(row -> list.add(new ListItem(t(
                        "request.effect.other",
                        words.name(row.ref()),
                        words.value(TARGET, row.target()),
                        words.value(TARGET, row.actual())))));
        return captioned(t("request.effect.others", String.valueOf(path.year())), list);
    }

    private Component balance(Effect.Balance balance) {
        var sums = new ArrayList<>(balance.years());
        sums.add(balance.total());
        var heads = Stream.concat(
                        balance.years().stream().map(sum -> String.valueOf(sum.year())),
                        Stream.of(t("request.effect.total")))
                .toList();
        var rows = new ArrayList<NativeTableRow>();
        rows.add(head(heads));
        rows.add(row(t("request.effect.before"), sums, sum -> amount(sum.before(), false)));
        rows.add(row(
                t("request.effect.after"),
                sums,
                sum -> amount(sum.after(), sum.difference().signum() != 0)));
        rows.add(row(t("request.effect.difference"), sums, sum -> difference(sum.difference())));
        if (balance.hasStatedTotals()) {
            rows.add(row(t("request.effect.stated"), sums, sum -> amount(sum.stated(), false)));
        }
        return table(t("request.effect.balance"), rows);
    }

    private static NativeTableCell amount(@Nullable BigDecimal amount, boolean moved) {
        var cell =
                new NativeTableCell(new Span(amount == null ? "" : Ui.formats().number(amount)));
        if (moved) {
            cell.addClassName("moved");
        }
        return cell;
    }

    private static NativeTableCell difference(BigDecimal difference) {
        return new NativeTableCell(
                new Span(difference.signum() == 0 ? "0" : Ui.formats().signed(difference)));
    }

    private static List<Component> touched(Effect.Touched touched) {
        var parts = new ArrayList<Component>();
        if (!touched.executors().isEmpty()) {
            parts.add(fact(
                    "request.effect.executors",
                    touched.executors().stream().map(EffectPart::executor).collect(Collectors.joining(", "))));
        }
        if (!touched.curators().isEmpty()) {
            parts.add(fact(
                    "request.effect.curators",
                    touched.curators().stream()
                            .map(curator -> curator.name().in(Texts.language()))
                            .collect(Collectors.joining(", "))));
        }
        return parts;
    }

    private static String executor(Series.Executor executor) {
        var body = executor.body().abbreviation().in(Texts.language());
        return executor.byAgreement() ? t("plan.by-agreement", body) : body;
    }

    private static Component fact(String label, String text) {
        return Ui.div("z-effect-fact", Ui.span("z-change-caption", t(label)), new Span(text));
    }

    private static Component captioned(String caption, Component content) {
        return Ui.div("z-effect-fact", Ui.span("z-change-caption", caption), content);
    }

    private static NativeTableRow head(List<String> years) {
        var row = new NativeTableRow(new NativeTableCell());
        years.forEach(year -> {
            var cell = new NativeTableHeaderCell(year);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        });
        return row;
    }

    private static <T> NativeTableRow row(String label, List<T> things, Function<T, NativeTableCell> cell) {
        var head = new NativeTableHeaderCell(label);
        head.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(head);
        things.forEach(thing -> row.add(cell.apply(thing)));
        return row;
    }

    /** Wide tables scroll by themselves, with the keyboard too. */
    private static Component table(String caption, List<NativeTableRow> rows) {
        var table = new NativeTable();
        table.addClassName("z-effect-table");
        rows.forEach(table::add);
        Div scroll = Ui.div("z-effect-scroll", table);
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        Ui.describe(scroll, caption);
        return captioned(caption, scroll);
    }
}
