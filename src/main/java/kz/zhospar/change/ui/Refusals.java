package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zhospar.change.Part;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.Step;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanRules.Violation;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.StalePlanException;

/** What the rules of change requests do not allow, in the reader's language. */
public final class Refusals {

    private static final int SHOWN_MILLISECONDS = 15_000;

    private Refusals() {}

    /**
     * Shows a refusal above the screen, which stays as it is; throws on whatever is none.
     *
     * @param plan names the items; the preview of a draft also knows those that it adds
     */
    public static void tell(RuntimeException failure, PlanSnapshot plan) {
        var notification = new Notification(explain(failure, plan).orElseThrow(() -> failure));
        notification.setDuration(SHOWN_MILLISECONDS);
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.addClassName("v-error");
        notification.setAssertive(true);
        notification.open();
    }

    /** The refusal as a part of a screen; empty for any other failure. */
    public static Optional<Component> explain(Throwable failure, PlanSnapshot plan) {
        return switch (failure) {
            case Refusal refusal -> Optional.of(new Paragraph(message(refusal, plan)));
            case InvalidChanges invalid -> Optional.of(invalid(invalid, plan));
            case StalePlanException stale -> Optional.of(stale(stale, plan));
            default -> Optional.empty();
        };
    }

    public static String message(Refusal refusal, PlanSnapshot plan) {
        var words = new ChangeWords(plan, List.of());
        var arguments = refusal.arguments().stream().map(argument -> word(argument, words, plan));
        return t("change.refusal." + refusal.reason(), arguments.toArray());
    }

    private static Object word(Object argument, ChangeWords words, PlanSnapshot plan) {
        return switch (argument) {
            case Step step -> t("change.step." + step);
            case Part part -> RequestWords.part(plan.tree(), part);
            case ItemRef ref -> words.name(ref);
            case Long number -> String.valueOf(number);
            default -> argument;
        };
    }

    private static Component invalid(InvalidChanges invalid, PlanSnapshot plan) {
        var words = new ChangeWords(plan, List.of());
        return list(
                t("change.invalid"),
                invalid.violations().stream().map(violation -> new ListItem(violation(violation, words))));
    }

    private static String violation(Violation violation, ChangeWords words) {
        var where = words.name(violation.ref());
        var field = violation.field();
        var place = field == null ? where : t("change.field-of", where, words.field(field));
        return t("change.violation", place, t("plan.rule." + violation.rule()));
    }

    private static Component stale(StalePlanException stale, PlanSnapshot plan) {
        var message = list(t("change.stale"), Stream.of());
        stale.conflicts().forEach(conflict -> message.add(card(plan, conflict)));
        return message;
    }

    private static Component card(PlanSnapshot plan, Conflict conflict) {
        return new ChangeCard(plan, conflict);
    }

    private static Div list(String headline, Stream<ListItem> lines) {
        var message = Ui.div("z-refusal", new Paragraph(headline));
        var items = lines.toList();
        if (!items.isEmpty()) {
            message.add(new UnorderedList(items.toArray(ListItem[]::new)));
        }
        return message;
    }
}
