package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import kz.zhospar.audit.ComparisonQuery;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;

/** How a revision reads. */
final class RevisionWords {

    private RevisionWords() {}

    static Component kind(RevisionKind kind) {
        var tone = switch (kind) {
            case LOAD, APPLY -> "z-tag good";
            case DECISION -> "z-tag accent";
            case DRAFT, DISCUSSION, ADMINISTRATION, READING -> "z-tag";
        };
        return Ui.span(tone, t("audit.kind." + kind));
    }

    /** The person with position and body of the moment; the system where nobody acted. */
    static String who(PlanTree plan, RevisionRecord revision) {
        return revision.person() == null
                ? t("audit.system")
                : Signatures.of(plan, revision.person(), revision.position(), revision.body());
    }

    /** To what the revision did to the plan. */
    static Anchor comparison(long number) {
        var query = ComparisonQuery.between(ComparisonService.PREVIOUS, String.valueOf(number));
        return Ui.link(CompareView.address(query), t("compare.link.revision"));
    }

    static Anchor request(long number) {
        return Ui.link("changes/" + number, t("audit.request", String.valueOf(number)));
    }
}
