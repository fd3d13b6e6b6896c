package kz.zhospar.access.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.Objects;
import kz.zhospar.access.AccessKind;
import kz.zhospar.access.AccessRecord;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** One thing that happened at the doors. */
class AccessRow extends ListItem {

    private final PlanTree plan;
    private final AccessRecord event;

    AccessRow(PlanTree plan, AccessRecord event) {
        this.plan = plan;
        this.event = event;
        add(Ui.div(
                "z-access-columns",
                Ui.span("z-number", Ui.formats().exactMoment(event.at())),
                Ui.div("", Ui.span(tone(), t("access.kind." + event.kind()))),
                Ui.span("", who()),
                Ui.span("", object()),
                origin()));
    }

    private String tone() {
        return switch (event.kind()) {
            case SIGN_IN_FAILED, REFUSAL -> "z-tag bad";
            case ROLE_CHANGE -> "z-tag wait";
            case SIGN_IN, SIGN_OUT, DOWNLOAD -> "z-tag";
        };
    }

    private String who() {
        var person = event.person();
        if (person != null) {
            return Signatures.of(plan, person.name(), person.position(), person.body()) + " · " + person.account();
        }
        return event.kind() == AccessKind.SIGN_IN_FAILED ? t("access.unknown") : t("access.nobody");
    }

    private String object() {
        return event.further() == null ? event.object() : t("access.times", event.further());
    }

    private Div origin() {
        return Ui.div(
                "z-access-origin",
                Ui.span("z-number", Objects.requireNonNullElse(event.address(), t("access.many"))),
                Ui.span("z-small z-soft", Objects.requireNonNullElse(event.agent(), "")));
    }
}
