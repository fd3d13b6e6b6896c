package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.common.Language;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.PlanWords;
import kz.zhospar.reporting.Campaign;
import kz.zhospar.reporting.CampaignState;
import kz.zhospar.reporting.Deviation;
import kz.zhospar.reporting.Duty;
import kz.zhospar.reporting.ReportRow;
import kz.zhospar.reporting.ReportingRefusal;
import org.jspecify.annotations.Nullable;

/** How reporting reads in the reader's language. */
final class ReportingWords {

    private ReportingWords() {}

    static Span state(CampaignState state) {
        var tone = switch (state) {
            case PLANNED -> "z-tag";
            case OPEN -> "z-tag good";
            case OVERDUE -> "z-tag bad";
            case CLOSED -> "z-tag wait";
        };
        return Ui.span(tone, t("reporting.state." + state));
    }

    static Span state(ReportRow.State state) {
        var tone = switch (state) {
            case MISSING -> "z-tag wait";
            case DRAFT -> "z-tag";
            case IN_REVIEW -> "z-tag accent";
            case IN_PLAN -> "z-tag good";
        };
        return Ui.span(tone, t("reporting.row." + state));
    }

    /** {@code Срок – до 01.02.2026, приём закрывается 15.02.2026.} */
    static String days(Campaign campaign) {
        var formats = Ui.formats();
        return t(
                campaign.state() == CampaignState.PLANNED ? "reporting.days.planned" : "reporting.days",
                formats.day(campaign.opens()),
                formats.day(campaign.due()),
                formats.day(campaign.closes()));
    }

    static String body(PlanTree plan, String key) {
        return plan.bodyLabel(key, Texts.language());
    }

    static String bodyName(PlanTree plan, String key) {
        return plan.body(key).map(body -> body.name().in(Texts.language())).orElse(key);
    }

    /** What the row measures: its own name, else the indicator's. */
    static String name(Duty duty) {
        var series = duty.series();
        Indicator indicator = duty.indicator();
        var own = series.name().in(Texts.language());
        return own.isBlank() ? indicator.name().in(Texts.language()) : own;
    }

    static String number(Duty duty) {
        var number = String.valueOf(duty.indicator().number());
        return duty.indicator().series().size() > 1
                ? number + "." + duty.series().row()
                : number;
    }

    static String value(@Nullable Quantity value) {
        return value == null ? "" : value.isDash() ? "–" : Ui.formats().quantity(value);
    }

    /** Without spaces between thousands: what one goes on typing in. */
    static String raw(@Nullable Quantity value) {
        if (value == null) {
            return "";
        }
        return value.isNumber() && Texts.language() != Language.EN
                ? value.print().replace('.', ',')
                : value.print();
    }

    /** {@code −0,77 (−5,1 %)} */
    static String deviation(Deviation deviation) {
        var difference = Ui.formats().signed(deviation.difference());
        var percent = deviation.percent();
        return percent == null || percent.signum() == 0
                ? difference
                : t("reporting.deviation.percent", difference, Ui.formats().signed(percent));
    }

    /** Any refusal in words; empty for a failure that is none. */
    static Optional<String> message(RuntimeException failure, PlanSnapshot plan) {
        return switch (failure) {
            case ReportingRefusal refusal -> Optional.of(message(refusal, plan));
            case Refusal refusal -> Optional.of(Refusals.message(refusal, plan));
            case InvalidChanges invalid -> Optional.of(invalid(invalid));
            default -> Optional.empty();
        };
    }

    private static String invalid(InvalidChanges invalid) {
        return invalid.violations().stream()
                .map(violation -> t("plan.rule." + violation.rule()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String message(ReportingRefusal refusal, PlanSnapshot plan) {
        var words = new PlanWords(Texts.language(), plan);
        var arguments = refusal.arguments();
        if (!arguments.isEmpty() && arguments.getFirst() instanceof ItemRef) {
            var rows = arguments.stream()
                    .map(ItemRef.class::cast)
                    .flatMap(ref -> plan.find(ref).stream())
                    .map(words::label)
                    .collect(Collectors.joining("; "));
            return t("reporting.refusal." + refusal.reason(), rows);
        }
        return message(refusal);
    }

    /** A refusal whose arguments are no rows. */
    static String message(ReportingRefusal refusal) {
        return t(
                "reporting.refusal." + refusal.reason(),
                refusal.arguments().stream().map(ReportingWords::word).toArray());
    }

    private static Object word(Object argument) {
        return argument instanceof ReportingRefusal.Field field ? t("reporting.field." + field) : argument;
    }

    static Component crumbs(Component... steps) {
        var nav = new Nav(steps);
        nav.addClassName("z-crumbs");
        Ui.describe(nav, t("reporting.crumbs"));
        return nav;
    }
}
