package kz.zhospar.testing;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Part;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ReviewService;
import kz.zhospar.change.Risk;
import kz.zhospar.change.RouteService;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Change requests for tests, each about a place of the plan that no other test touches. */
public record Drafts(PlanService plans, DraftService drafts, RequestService requests, ReviewService reviews) {

    private static final int FIRST_FREE_YEAR = 2030;

    /** The next year of a row about which nothing has been stated yet, in each application by itself. */
    private static final Map<PlanService, Map<ItemRef, Integer>> FREE = new WeakHashMap<>();

    public Drafts(ApplicationContext context) {
        this(
                context.getBean(PlanService.class),
                context.getBean(DraftService.class),
                context.getBean(RequestService.class),
                context.getBean(ReviewService.class));
        shortenRoutes(context);
    }

    /** Makes every route head and akim's office, for tests to which longer ones would add nothing. */
    public static void shortenRoutes(ApplicationContext context) {
        var routes = context.getBean(RouteService.class);
        var stages = List.of(new RouteStage(Step.HEAD, 3), new RouteStage(Step.AKIM_OFFICE, 3));
        as(person("admin"), () -> {
            for (var risk : Risk.values()) {
                routes.change(risk, stages, "Короткие маршруты");
            }
        });
    }

    /** The first series that a body leads. */
    public Series series(String body) {
        var tree = plans.current().tree();
        var id = tree.body(body).orElseThrow().ref().id();
        return tree.indicators()
                .flatMap(indicator -> indicator.series().stream())
                .filter(series -> leads(id, series))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the body is the first of those that answer for a series. */
    public static boolean leads(UUID body, Series series) {
        return series.executors().stream()
                .limit(1)
                .anyMatch(executor -> executor.body().ref().id().equals(body));
    }

    /** A target of a row that no other test of the same application states; there are some seventy of each row. */
    public static synchronized Field freshField(PlanService plans, ItemRef row) {
        var free = FREE.computeIfAbsent(plans, _ -> new HashMap<>());
        return Field.of(Attribute.TARGET, free.merge(row, FIRST_FREE_YEAR, (last, _) -> last + 1));
    }

    /** A target of the first row that a body leads, that no other test of the same application states. */
    public Field freshField(String body) {
        return freshField(plans, series(body).ref());
    }

    /** A draft of a body's official that states a target, described and ready to be submitted. */
    public long draft(String body, String title, Field field, String value) {
        return as(person(body + "-official"), () -> {
            var number = drafts.open();
            drafts.describe(number, title, "Обоснование: " + title, Basis.named("Протокол № 7"));
            drafts.edit(number, series(body).ref(), field, Quantity.of(value));
            return number;
        });
    }

    public long draft(String body, String title) {
        return draft(body, title, freshField(body), "42.5");
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

    /** Approves at every stage that is left, each part by its holder. */
    public void approveAll(long number) {
        while (waiting(number).isPresent()) {
            approve(holder(waiting(number).get()), number, "");
        }
    }

    private Optional<Part> waiting(long number) {
        var turn = as(person("auditor"), () -> requests.find(number)).summary().turn();
        return Optional.ofNullable(turn).map(found -> found.waiting().getFirst());
    }

    /** The account that holds the office of a part. */
    public static String holder(Part part) {
        return switch (part.step()) {
            case HEAD -> part.office() + "-head";
            case ECONOMY -> "economy";
            case CURATOR -> curator(part.office());
            case AKIM_OFFICE -> "akim-office";
        };
    }

    private static String curator(@Nullable String key) {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(number -> "curator-" + number)
                .filter(account -> Objects.equals(person(account).curator(), key))
                .findFirst()
                .orElseThrow();
    }

    public long applied(String body, String title) {
        var number = submitted(body, title);
        approve(body + "-head", number, "Проверено");
        approveAll(number);
        return number;
    }
}
