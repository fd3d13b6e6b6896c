package kz.zhospar.reporting;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Provenance;
import kz.zhospar.plan.Series;
import kz.zhospar.reporting.internal.Days;
import org.springframework.context.ApplicationContext;

/** Reporting periods for tests. Each test takes a year or indicators of its own, because a closed period closes them. */
public record Periods(
        PlanService plans,
        CampaignService campaigns,
        ReportService reports,
        ExceptionService exceptions,
        DraftService drafts,
        RequestService requests,
        ReviewService reviews,
        LocalDate today) {

    public Periods(ApplicationContext context) {
        this(
                context.getBean(PlanService.class),
                context.getBean(CampaignService.class),
                context.getBean(ReportService.class),
                context.getBean(ExceptionService.class),
                context.getBean(DraftService.class),
                context.getBean(RequestService.class),
                context.getBean(ReviewService.class),
                context.getBean(Days.class).today());
    }

    public Scope scope(int... indicators) {
        var ids = Arrays.stream(indicators)
                .mapToObj(number -> indicator(number).ref().id())
                .toList();
        return new Scope(Set.of(), Set.copyOf(ids));
    }

    public Indicator indicator(int number) {
        return plans.current().tree().indicator(number).orElseThrow();
    }

    public Series series(int indicator, int row) {
        return indicator(indicator).series().get(row - 1);
    }

    public CampaignCommand command(int year, int opens, int due, int closes, Scope scope) {
        return new CampaignCommand(
                "Факты за " + year + " год",
                year,
                today.plusDays(opens),
                today.plusDays(due),
                today.plusDays(closes),
                BigDecimal.TEN,
                scope);
    }

    public Campaign announce(int year, int opens, int due, int closes, Scope scope) {
        return as(person("admin"), () -> campaigns.announce(command(year, opens, due, closes, scope)));
    }

    public Campaign open(int year, Scope scope) {
        return announce(year, -5, 20, 40, scope);
    }

    public Campaign closed(int year, Scope scope) {
        return announce(year, -40, -20, -1, scope);
    }

    public Report enter(String account, Campaign campaign, ItemRef series, String fact, String comment) {
        var provenance = new Provenance("Отчёт органа", today, true, comment);
        var quantity = Quantity.parse(fact).orElse(null);
        return as(person(account), () -> reports.enter(campaign.number(), new FactEntry(series, quantity, provenance)));
    }

    /** Submits as an account and gives the number of the request. */
    public long submit(String account, Campaign campaign) {
        return as(person(account), () -> reports.submit(campaign.number())).number();
    }

    /** Lets everybody whose turn it is approve, until the request is through. */
    public void approve(long request) {
        var body = as(person("auditor"), () -> requests.find(request)).summary().body();
        for (var account : List.of(body + "-head", "economy", "akim-office")) {
            as(person(account), () -> {
                var details = requests.find(request);
                if (details.mayDecide()) {
                    reviews.approve(request, details.contentHash(), "");
                }
            });
        }
        var state = as(person("auditor"), () -> requests.find(request)).state();
        if (state != RequestState.APPROVED) {
            throw new AssertionError("Request " + request + " is " + state);
        }
    }
}
