package kz.zhospar.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.reporting.CampaignCommand;
import kz.zhospar.reporting.ReportingRefusal;
import kz.zhospar.reporting.ReportingRefusal.Field;
import kz.zhospar.reporting.ReportingRefusal.Reason;
import org.jspecify.annotations.Nullable;

/** What a reporting period has to hold to; the first fault is named with its field. */
public final class CampaignRules {

    private static final int LONGEST_TITLE = 300;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final BigDecimal GREATEST_THRESHOLD = BigDecimal.valueOf(1000);

    private CampaignRules() {}

    public static void check(CampaignCommand command, PlanTree plan) {
        if (command.title().isBlank()) {
            throw new ReportingRefusal(Reason.MISSING, Field.TITLE);
        }
        if (command.title().strip().length() > LONGEST_TITLE) {
            throw new ReportingRefusal(Reason.TOO_LONG, Field.TITLE, LONGEST_TITLE);
        }
        checkYear(command.year(), plan);
        checkDays(command);
        checkThreshold(command.threshold());
        if (command.scope().duties(plan).findAny().isEmpty()) {
            throw new ReportingRefusal(Reason.NO_ROWS);
        }
    }

    private static void checkYear(@Nullable Integer year, PlanTree plan) {
        if (year == null) {
            throw new ReportingRefusal(Reason.MISSING, Field.YEAR);
        }
        if (plan.years().noneMatch(year::equals)) {
            throw new ReportingRefusal(
                    Reason.YEAR_OUTSIDE_PLAN, String.valueOf(plan.firstYear()), String.valueOf(plan.lastYear()));
        }
    }

    private static void checkDays(CampaignCommand command) {
        var opens = require(command.opens(), Field.OPENS);
        var due = require(command.due(), Field.DUE);
        var closes = require(command.closes(), Field.CLOSES);
        if (opens.isAfter(due)) {
            throw new ReportingRefusal(Reason.OPENS_AFTER_DUE);
        }
        if (due.isAfter(closes)) {
            throw new ReportingRefusal(Reason.DUE_AFTER_CLOSES);
        }
    }

    private static void checkThreshold(@Nullable BigDecimal threshold) {
        if (threshold == null) {
            throw new ReportingRefusal(Reason.MISSING, Field.THRESHOLD);
        }
        if (threshold.signum() < 0 || threshold.compareTo(GREATEST_THRESHOLD) > 0 || threshold.scale() > 6) {
            throw new ReportingRefusal(Reason.THRESHOLD_OUT_OF_RANGE);
        }
    }

    private static LocalDate require(@Nullable LocalDate day, Field field) {
        if (day == null) {
            throw new ReportingRefusal(Reason.MISSING, field);
        }
        ReportingRefusal.requireBetween(field, day, EARLIEST, LATEST);
        return Objects.requireNonNull(day);
    }
}
