package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.stream.Collectors;
import kz.zhospar.change.Part;
import kz.zhospar.change.RequestDetails.Progress;
import kz.zhospar.change.RequestDetails.Stage;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.Risk;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** How a change request reads in lists and on its page. */
public final class RequestWords {

    private RequestWords() {}

    public static Span state(RequestState state) {
        var tone = switch (state) {
            case DRAFT, WITHDRAWN -> "z-tag";
            case IN_REVIEW -> "z-tag accent";
            case RETURNED -> "z-tag wait";
            case APPROVED -> "z-tag good";
            case REJECTED -> "z-tag bad";
        };
        return Ui.span(tone, t("change.state." + state));
    }

    /** How much the heaviest change weighs, which decides who has to look at it. */
    public static Span risk(Risk risk) {
        return Ui.span(risk == Risk.HIGH ? "z-tag strong" : "z-tag", t("request.risk." + risk));
    }

    /** {@code № 12. Уточнение плана}; a request that has no title yet says so. */
    public static String name(RequestSummary request) {
        return t("change.name", String.valueOf(request.number()), Signatures.title(request));
    }

    /** {@code Цель 1.2} or {@code Цели 1.2, 3.1}; empty for what touches no goal. */
    public static String goals(Collection<String> goals) {
        return switch (goals.size()) {
            case 0 -> "";
            case 1 -> t("change.goal", goals.iterator().next());
            default -> t("change.goals", String.join(", ", goals));
        };
    }

    /** The steps that somebody else has to take, in order. */
    static String route(Collection<Stage> steps) {
        return steps.stream()
                .filter(step -> step.progress() != Progress.OWN)
                .map(step -> t("change.step." + step.step()))
                .collect(Collectors.joining(" → "));
    }

    /** A position with the body or the curator that it decides for: {@code Куратор: Амрин А.К.}. */
    static String part(PlanTree plan, Part part) {
        var step = t("change.step." + part.step());
        var office = office(plan, part);
        return office.isEmpty() ? step : t("change.part", step, office);
    }

    /** The body or the curator that a part is for; nothing where the step itself names the office. */
    static String office(PlanTree plan, Part part) {
        if (part.office() == null) {
            return "";
        }
        return switch (part.step()) {
            case HEAD -> Signatures.body(plan, part.office());
            case CURATOR ->
                plan.curators().stream()
                        .filter(curator -> curator.key().equals(part.office()))
                        .map(curator -> curator.name().in(Texts.language()))
                        .findFirst()
                        .orElse(t("change.office.none"));
            case ECONOMY, AKIM_OFFICE -> "";
        };
    }
}
