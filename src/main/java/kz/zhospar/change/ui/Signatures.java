package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.plan.PlanTree;
import org.jspecify.annotations.Nullable;

/** How people sign: name, position and body as they were at the moment in question. */
public final class Signatures {

    private Signatures() {}

    /** {@code Ахметов А., руководитель органа, УГМ}; what is not known is left out. */
    public static String of(PlanTree plan, String person, @Nullable String position, @Nullable String body) {
        return Stream.of(person, position == null ? "" : t("role." + position), body(plan, body))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Who took a decision and, where he stood in for somebody, for whom. */
    public static String of(PlanTree plan, DecisionRecord decision) {
        var person = of(plan, decision.person(), decision.position(), decision.body());
        var principal = decision.principal();
        return principal == null
                ? person
                : t("request.for", person, of(plan, principal.name(), principal.position(), principal.body()));
    }

    /** What a body is called for short; nothing for nobody's. */
    public static String body(PlanTree plan, @Nullable String key) {
        return key == null ? "" : plan.bodyLabel(key, Texts.language());
    }

    /** The title of a request, or what stands for one that has none yet. */
    public static String title(RequestSummary request) {
        return request.title().isBlank() ? t("change.untitled") : request.title();
    }
}
