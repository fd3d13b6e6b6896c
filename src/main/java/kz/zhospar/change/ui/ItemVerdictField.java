package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Verdict;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanSnapshot;

/** What an approver says of one change: accepted unless he says otherwise, and then why. All of it is kept as it is typed. */
class ItemVerdictField extends Div {

    private final RadioButtonGroup<Verdict> verdict = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea();
    private final SuggestionField suggestion;
    private final Kept keptReason;
    private final Keeping keeping;
    private final String verdictKey;

    private Change change;

    /** @param onChange is told when another verdict is chosen */
    ItemVerdictField(long number, Change change, String name, Keeping keeping, Runnable onChange) {
        this.change = change;
        this.keeping = keeping;
        var place = number + "/" + Places.key(change);
        this.verdictKey = "verdict/" + place;
        addClassName("z-verdict");
        choice(name);
        texts(name);
        keptReason = Kept.in(reason, "reason/" + place, keeping);
        suggestion = new SuggestionField(change, name, place, keeping);
        verdict.setValue(found());
        show();
        verdict.addValueChangeListener(_ -> {
            keep();
            show();
            onChange.run();
        });
        add(verdict, reason, suggestion);
    }

    private void choice(String name) {
        verdict.setItems(Verdict.values());
        verdict.setItemLabelGenerator(one -> t("request.item." + one));
        verdict.setAriaLabel(t("request.item.verdict", name));
    }

    private void texts(String name) {
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setMinRows(2);
        reason.setMaxRows(12);
        reason.setAriaLabel(t("request.item.reason-of", name));
    }

    private Verdict found() {
        var kept = keeping.find(verdictKey).orElse("");
        return Arrays.stream(Verdict.values())
                .filter(one -> one.name().equals(kept))
                .findFirst()
                .orElse(Verdict.APPROVED);
    }

    private void keep() {
        if (verdict() == Verdict.APPROVED) {
            keeping.drop(verdictKey);
        } else {
            keeping.keep(verdictKey, verdict().name());
        }
    }

    private void show() {
        var accepts = verdict() == Verdict.APPROVED;
        reason.setVisible(!accepts);
        reason.setLabel(t("request.item.reason." + (accepts ? Verdict.RETURNED : verdict())));
        suggestion.setVisible(verdict() == Verdict.RETURNED && Suggestion.suits(change));
        setClassName("open", !accepts);
    }

    /** The place has another change than before: what was typed stays. */
    void meet(Change other) {
        change = other;
        show();
    }

    Verdict verdict() {
        return verdict.getValue() == null ? Verdict.APPROVED : verdict.getValue();
    }

    boolean hasWords() {
        return verdict() != Verdict.APPROVED || !reason.isEmpty() || !suggestion.isEmpty();
    }

    /** Marks what is missing or cannot be read; false when there is something. */
    boolean check(PlanSnapshot plan) {
        if (verdict() == Verdict.APPROVED) {
            return true;
        }
        var silent = reason.getValue().isBlank();
        reason.setErrorMessage(t("request.item.reason.missing"));
        reason.setInvalid(silent);
        return suggestion.check(change, plan) && !silent;
    }

    /** Leads to what {@link #check} has marked. */
    void focusOnProblem() {
        if (reason.isInvalid()) {
            reason.focus();
        } else {
            suggestion.focus();
        }
    }

    /** With a verdict other than that of the field, when the whole part meets with one. */
    ItemVerdict as(Verdict verdict, PlanSnapshot plan) {
        var value = verdict == Verdict.RETURNED && verdict() == Verdict.RETURNED
                ? suggestion.read(change, plan).value()
                : null;
        return new ItemVerdict(
                change, verdict, reason.isVisible() ? reason.getValue().strip() : "", value);
    }

    /** What was typed has reached its goal. */
    void sent() {
        keeping.drop(verdictKey);
        keptReason.sent();
        suggestion.sent();
    }
}
