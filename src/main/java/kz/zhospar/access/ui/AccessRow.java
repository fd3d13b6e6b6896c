package kz.zhospar.access.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                who(),
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

    private Div who() {
        var person = event.person();
        if (person == null) {
            var failed = event.kind() == AccessKind.SIGN_IN_FAILED;
            return Ui.div("", Ui.span("", failed ? t("access.unknown") : t("access.nobody")));
        }
        return Ui.div(
                "z-access-lines",
                Ui.span("", Signatures.of(plan, person.name(), person.position(), person.body())),
                Ui.span("z-small z-soft", person.account()));
    }

    private String object() {
        if (event.further() != null) {
            return t("access.times", event.further());
        }
        return event.kind() == AccessKind.ROLE_CHANGE
                ? Stream.of(event.object().split(" → ")).map(this::post).collect(Collectors.joining(" → "))
                : event.object();
    }

    /** {@code head/uoz} in words. */
    private String post(String post) {
        var parts = post.split("/", 2);
        return Signatures.of(plan, t("role." + parts[0]), null, parts.length == 1 ? null : parts[1]);
    }

    private Div origin() {
        return Ui.div(
                "z-access-lines",
                Ui.span("z-number", Objects.requireNonNullElse(event.address(), t("access.many"))),
                Ui.span("z-small z-soft", Objects.requireNonNullElse(event.agent(), "")));
    }
}
