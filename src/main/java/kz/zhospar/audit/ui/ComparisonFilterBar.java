package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.zhospar.audit.ComparedChange.Kind;
import kz.zhospar.audit.ComparedChange.Subject;
import kz.zhospar.audit.ComparisonFilter;
import kz.zhospar.audit.PlanComparison;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Body;
import org.jspecify.annotations.Nullable;

/** Narrows a comparison by kind, subject, body, person and text. */
class ComparisonFilterBar extends Div {

    private final Select<Kind> kind;
    private final Select<Subject> subject;
    private final Select<String> body;
    private final Select<String> person;
    private final TextField text = new TextField(t("compare.filter.text"));

    ComparisonFilterBar(PlanComparison comparison, ComparisonFilter filter, Consumer<ComparisonFilter> listener) {
        addClassName("z-filters");
        getElement().setAttribute("role", "search");
        Ui.describe(this, t("compare.filter"));
        var plan = comparison.to().plan().tree();
        var bodies = Stream.of(plan, comparison.from().plan().tree())
                .flatMap(tree -> tree.bodies().stream())
                .map(Body::key)
                .distinct()
                .toList();
        kind = select(t("compare.filter.kind"), List.of(Kind.values()), one -> t("compare.kind." + one), filter.kind());
        subject = select(
                t("compare.filter.subject"),
                List.of(Subject.values()),
                one -> t("compare.subject." + one),
                filter.subject());
        body = select(t("compare.filter.body"), bodies, one -> Signatures.body(plan, one), filter.body());
        person = select(t("compare.filter.person"), comparison.people(), one -> one, filter.person());
        text.setValue(filter.text());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        add(kind, subject, body, person, text);
        Stream.of(kind, subject, body, person)
                .forEach(select -> select.addValueChangeListener(_ -> listener.accept(filter())));
        text.addValueChangeListener(_ -> listener.accept(filter()));
    }

    private static <T> Select<T> select(
            String label, Collection<T> choices, Function<T, String> words, @Nullable T chosen) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(choices);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(t("compare.filter.all"));
        select.setItemLabelGenerator(one -> one == null ? t("compare.filter.all") : words.apply(one));
        select.setValue(chosen != null && choices.contains(chosen) ? chosen : null);
        return select;
    }

    private ComparisonFilter filter() {
        return new ComparisonFilter(
                kind.getValue(), subject.getValue(), body.getValue(), person.getValue(), text.getValue());
    }
}
