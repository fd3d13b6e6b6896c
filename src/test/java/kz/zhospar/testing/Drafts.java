package kz.zhospar.testing;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;

import java.util.concurrent.atomic.AtomicInteger;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import org.springframework.context.ApplicationContext;

/** Change requests for tests, each about a place of the plan that no other test touches. */
public record Drafts(PlanService plans, DraftService drafts, RequestService requests, ReviewService reviews) {

    private static final AtomicInteger YEAR = new AtomicInteger(2040);

    public Drafts(ApplicationContext context) {
        this(
                context.getBean(PlanService.class),
                context.getBean(DraftService.class),
                context.getBean(RequestService.class),
                context.getBean(ReviewService.class));
    }

    /** The first series that a body answers for. */
    public Series series(String body) {
        var tree = plans.current().tree();
        var id = tree.body(body).orElseThrow().ref().id();
        return tree.indicators()
                .flatMap(indicator -> indicator.series().stream())
                .filter(series -> series.isDutyOf(id))
                .findFirst()
                .orElseThrow();
    }

    public static Field freshField() {
        return Field.of(Attribute.TARGET, YEAR.getAndIncrement());
    }

    /** A draft of a body's official that states a target, described and ready to be submitted. */
    public long draft(String body, String title, Field field, String value) {
        return as(person(body + "-official"), () -> {
            var number = drafts.open();
            drafts.describe(number, title, "Обоснование: " + title, "Протокол № 7");
            drafts.edit(number, series(body).ref(), field, Quantity.of(value));
            return number;
        });
    }

    public long draft(String body, String title) {
        return draft(body, title, freshField(), "42.5");
    }

    public long submitted(String body, String title) {
        var number = draft(body, title);
        as(person(body + "-official"), () -> drafts.submit(number));
        return number;
    }

    /** Approves as an account, with a remark. */
    public void approve(String account, long number, String remark) {
        as(person(account), () -> reviews.approve(number, requests.find(number).contentHash(), remark));
    }

    public long applied(String body, String title) {
        var number = submitted(body, title);
        approve(body + "-head", number, "Проверено");
        approve("akim-office", number, "");
        return number;
    }
}
