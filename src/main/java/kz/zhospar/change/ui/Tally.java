package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.PartProgress;
import kz.zhospar.change.RequestDetails.Progress;
import kz.zhospar.change.RequestDetails.Stage;
import kz.zhospar.change.Verdict;
import kz.zhospar.plan.PlanTree;

/** How many changes meet with which verdict, and what follows from it. */
record Tally(Map<Verdict, Integer> counts) {

    static Tally of(Collection<Verdict> verdicts) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return new Tally(counts);
    }

    int of(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** {@code Принять 2, вернуть 1}. */
    String sum() {
        var sum = Stream.of(Verdict.values())
                .filter(verdict -> of(verdict) > 0)
                .map(verdict -> t("request.tally." + verdict, of(verdict)))
                .collect(Collectors.joining(", "));
        return sum.isEmpty() ? "" : sum.substring(0, 1).toUpperCase(Locale.ROOT) + sum.substring(1);
    }

    /** What will happen when the reader decides so. */
    String outcome(RequestDetails details, PlanTree plan) {
        var mine = Objects.requireNonNull(details.mine()).changes().size();
        var standing = details.changes().size() - of(Verdict.RETURNED) - of(Verdict.REJECTED);
        if (standing == 0) {
            return ending();
        }
        var next = next(details, plan);
        if (of(Verdict.APPROVED) == mine) {
            return next.isEmpty()
                    ? t("change.approve.apply", Counts.changes(details.changes().size()))
                    : t("change.approve.pass", next);
        }
        return Stream.of(accepting(standing, next), returning(), rejecting())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String ending() {
        if (of(Verdict.RETURNED) == 0) {
            return t("request.outcome.reject-all");
        }
        return Stream.of(t("request.outcome.return-all", Counts.changes(of(Verdict.RETURNED))), rejecting())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String accepting(int standing, String next) {
        var accepted = of(Verdict.APPROVED);
        if (accepted == 0) {
            return next.isEmpty()
                    ? t("request.outcome.rest-apply", Counts.changes(standing))
                    : t("request.outcome.rest-pass", Counts.changes(standing), next);
        }
        return next.isEmpty()
                ? t("request.outcome.apply", Counts.changes(accepted))
                : t("request.outcome.pass", Counts.changes(accepted), next);
    }

    private String returning() {
        return of(Verdict.RETURNED) == 0 ? "" : t("request.outcome.return", Counts.changes(of(Verdict.RETURNED)));
    }

    private String rejecting() {
        return of(Verdict.REJECTED) == 0 ? "" : t("request.outcome.reject", Counts.changes(of(Verdict.REJECTED)));
    }

    /** Who decides after the reader: another office of the same stage, or the next stage; empty for nobody. */
    private static String next(RequestDetails details, PlanTree plan) {
        var others = details.stages().stream()
                .filter(stage -> stage.progress() == Progress.CURRENT)
                .flatMap(stage -> stage.parts().stream())
                .filter(part -> part.progress() == Progress.CURRENT
                        && !part.part()
                                .equals(Objects.requireNonNull(details.mine()).part()))
                .map(PartProgress::part)
                .map(part -> RequestWords.part(plan, part))
                .toList();
        if (!others.isEmpty()) {
            return String.join(", ", others);
        }
        return after(details.stages()).stream()
                .filter(stage -> stage.progress() != Progress.OWN)
                .findFirst()
                .map(stage -> t("change.step." + stage.step()))
                .orElse("");
    }

    private static List<Stage> after(List<Stage> stages) {
        var current = stages.stream()
                .filter(stage -> stage.progress() == Progress.CURRENT)
                .findFirst();
        return current.map(stage -> stages.subList(stages.indexOf(stage) + 1, stages.size()))
                .orElse(List.of());
    }
}
