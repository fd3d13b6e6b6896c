package kz.zhospar.change.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.Verdict;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanSnapshot;

/** The verdicts on the changes that are the reader's to judge. Its fields outlive what is shown anew around them. */
final class Ballot {

    private final Keeping keeping;
    private final Runnable onChange;
    private final Map<String, ItemVerdictField> known = new LinkedHashMap<>();
    private Map<String, ItemVerdictField> fields = Map.of();

    /** @param onChange is told when another verdict is chosen */
    Ballot(Keeping keeping, Runnable onChange) {
        this.keeping = keeping;
        this.onChange = onChange;
    }

    /** Takes in which changes are to be judged now. */
    void show(RequestDetails details, PlanSnapshot plan) {
        var mine = details.mine() == null ? List.<Change>of() : details.mine().changes();
        var words = new ChangeWords(plan, details.changes());
        fields = new LinkedHashMap<>();
        for (var change : mine) {
            var field = known.computeIfAbsent(
                    Places.key(change),
                    _ -> new ItemVerdictField(details.number(), change, words.place(change), keeping, onChange));
            field.meet(change);
            fields.put(Places.key(change), field);
        }
    }

    Optional<ItemVerdictField> at(Change change) {
        return Optional.ofNullable(fields.get(Places.key(change)));
    }

    Tally tally() {
        return Tally.of(fields.values().stream().map(ItemVerdictField::verdict).toList());
    }

    boolean hasWords() {
        return fields.values().stream().anyMatch(ItemVerdictField::hasWords);
    }

    /** What is not accepted; empty when something is missing, which is then marked. */
    Optional<List<ItemVerdict>> items(PlanSnapshot plan) {
        var wrong = fields.values().stream().filter(field -> !field.check(plan)).toList();
        wrong.stream().findFirst().ifPresent(ItemVerdictField::focusOnProblem);
        return !wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(fields.values().stream()
                        .filter(field -> field.verdict() != Verdict.APPROVED)
                        .map(field -> field.as(field.verdict(), plan))
                        .toList());
    }

    /** The same verdict on everything, with the reasons that have been typed. */
    List<ItemVerdict> all(Verdict verdict, PlanSnapshot plan) {
        return fields.values().stream().map(field -> field.as(verdict, plan)).toList();
    }

    /** What was typed has reached its goal. */
    void sent() {
        fields.values().forEach(ItemVerdictField::sent);
        known.clear();
        fields = Map.of();
    }
}
