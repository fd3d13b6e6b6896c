package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanService;
import kz.zhospar.reporting.ExceptionRecord;
import kz.zhospar.reporting.ExceptionService;

/** Who asked to report late, and what was decided; what waits for a decision stands first. */
class ExceptionsPart extends Section {

    private final ExceptionService exceptions;
    private final PlanService plans;
    private final Runnable reload;
    private final List<ExceptionRecord> shown;

    ExceptionsPart(ExceptionService exceptions, PlanService plans, Runnable reload) {
        this.exceptions = exceptions;
        this.plans = plans;
        this.reload = reload;
        this.shown = exceptions.all().stream()
                .sorted(Comparator.comparing(one -> one.state() != ExceptionRecord.State.ASKED))
                .toList();
        addClassName("z-card");
        var list = new UnorderedList();
        list.addClassNames("rp-periods");
        shown.forEach(one -> list.add(item(one)));
        add(new H2(t("reporting.exceptions")), list);
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    boolean waitsForMe() {
        return shown.stream().anyMatch(ExceptionRecord::mayDecide);
    }

    private ListItem item(ExceptionRecord one) {
        var item = new ListItem(Ui.div(
                "rp-period",
                Ui.div(
                        "",
                        Ui.span(
                                "rp-title",
                                t(
                                        "reporting.exception.title",
                                        ReportingWords.body(plans.current().tree(), one.body()),
                                        one.campaignTitle())),
                        state(one)),
                text(one)));
        if (one.mayDecide()) {
            item.add(Ui.div(
                    "z-actions",
                    button("reporting.exception.grant", one, true),
                    button("reporting.exception.refuse", one, false)));
        }
        return item;
    }

    static Span state(ExceptionRecord one) {
        var tone = switch (one.state()) {
            case ASKED -> "z-tag wait";
            case GRANTED -> one.running() ? "z-tag good" : "z-tag";
            case REFUSED -> "z-tag bad";
        };
        var over = one.state() == ExceptionRecord.State.GRANTED && !one.running();
        return Ui.span(tone, over ? t("reporting.exception.over") : t("reporting.exception.state." + one.state()));
    }

    /** Who asked, why and until when; who decided and why. */
    static Div text(ExceptionRecord one) {
        var formats = Ui.formats();
        var text = Ui.div(
                "rp-reason",
                new Paragraph(one.reason()),
                Ui.span(
                        "z-soft z-small",
                        t(
                                "reporting.exception.asked",
                                one.askedBy(),
                                formats.moment(one.askedAt()),
                                formats.day(one.until()))));
        if (one.decidedAt() != null) {
            text.add(Ui.span(
                    "z-soft z-small",
                    t(
                            "reporting.exception.decided",
                            Objects.requireNonNull(one.decidedBy()),
                            formats.moment(one.decidedAt()))));
        }
        if (!one.decisionReason().isBlank()) {
            text.add(new Paragraph(one.decisionReason()));
        }
        return text;
    }

    private Button button(String key, ExceptionRecord one, boolean grant) {
        var consequence = t(grant ? "reporting.exception.grant.consequence" : "reporting.exception.refuse.consequence");
        return Buttons.once(
                t(key),
                () -> new ReasonDialog(t(key), consequence, false, plans, (reason, _) -> {
                            exceptions.decide(one.id(), grant, reason);
                            reload.run();
                        })
                        .open());
    }
}
