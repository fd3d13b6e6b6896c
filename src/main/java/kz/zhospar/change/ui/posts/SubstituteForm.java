package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.SubstitutionService;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.Formats;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.PlanSnapshot;

/** Names a substitute; keeps what was chosen when it is refused. */
class SubstituteForm extends Section {

    private final SubstitutionService substitutions;
    private final PlanSnapshot plan;
    private final ComboBox<Person> holder = new ComboBox<>(t("posts.holder"));
    private final ComboBox<Person> substitute = new ComboBox<>(t("posts.substitute"));
    private final DayField first = new DayField(t("posts.first-day"));
    private final DayField last = new DayField(t("posts.last-day"));
    private final Runnable named;

    /** @param holders for whom the reader may name one; at least one */
    SubstituteForm(
            SubstitutionService substitutions, PlanSnapshot plan, List<Person> holders, Clock clock, Runnable named) {
        this.substitutions = substitutions;
        this.plan = plan;
        this.named = named;
        addClassNames("z-card", "z-posts-form");
        people(holder);
        people(substitute);
        holder.setItems(holders);
        holder.addValueChangeListener(event -> offer(event.getValue()));
        // Who may name one for himself only is not asked for whom.
        holder.setVisible(holders.size() > 1);
        substitute.setItems(List.of());
        first.setValue(LocalDate.ofInstant(clock.instant(), Formats.ZONE));
        var name = Buttons.once(t("posts.name"), this::name);
        name.addThemeVariants(ButtonVariant.PRIMARY);
        add(new H2(t("posts.name.title")), new Paragraph(t("posts.name.what")), holder, substitute, first, last, name);
        if (holders.size() == 1) {
            holder.setValue(holders.getFirst());
        }
    }

    private void people(ComboBox<Person> field) {
        field.setItemLabelGenerator(
                one -> Signatures.of(plan.tree(), one.name(), one.position().key(), one.body()));
        field.setWidthFull();
    }

    private void offer(Person holder) {
        var candidates = holder == null ? List.<Person>of() : substitutions.candidates(holder.account());
        substitute.setItems(candidates);
        substitute.setHelperText(holder != null && candidates.isEmpty() ? t("posts.substitute.none") : null);
    }

    private void name() {
        if (isThere(holder, "posts.holder.missing")
                & isThere(substitute, "posts.substitute.missing")
                & isThere(first, "posts.day.missing")
                & isThere(last, "posts.day.missing")) {
            attempt();
        }
    }

    private void attempt() {
        try {
            substitutions.name(
                    holder.getValue().account(), substitute.getValue().account(), first.getValue(), last.getValue());
            Ui.tell(t("posts.named", substitute.getValue().name()));
            substitute.clear();
            last.clear();
            named.run();
        } catch (Refusal refusal) {
            explain(refusal);
        }
    }

    private void explain(Refusal refusal) {
        var message = Refusals.message(refusal, plan);
        switch (refusal.reason()) {
            case NOT_A_SUBSTITUTE -> explain(substitute, message);
            case PERIOD_WRONG -> explain(last, message);
            case PERIOD_TAKEN -> explain(first, message);
            default -> Refusals.tell(refusal, plan);
        }
    }

    private static boolean isThere(AbstractField<?, ?> field, String missing) {
        var there = field.getValue() != null;
        var validated = (HasValidation) field;
        validated.setInvalid(!there);
        if (!there) {
            validated.setErrorMessage(t(missing));
        }
        return there;
    }

    private static <F extends HasValidation & Focusable<?>> void explain(F field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }
}
