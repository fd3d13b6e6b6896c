package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kz.zhospar.SettableClock;
import kz.zhospar.calendar.WorkingDays;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import kz.zhospar.testing.Directory;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.Notices;
import kz.zhospar.testing.ReviewTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the review share: the first routes, the shipped directory, and requests to decide on. */
@ReviewTest
abstract class ReviewCase {

    static final Map<Risk, List<RouteStage>> FIRST_ROUTES = Map.of(
            Risk.LOW, stages(Step.HEAD, Step.AKIM_OFFICE),
            Risk.FACT, stages(Step.HEAD, Step.ECONOMY),
            Risk.HIGH, stages(Step.HEAD, Step.ECONOMY, Step.CURATOR, Step.AKIM_OFFICE));

    @Autowired
    PlanService plans;

    @Autowired
    DraftService drafts;

    @Autowired
    RequestService requests;

    @Autowired
    ReviewService reviews;

    @Autowired
    RouteService routes;

    @Autowired
    SubstitutionService substitutions;

    @Autowired
    Directory directory;

    @Autowired
    Notices notices;

    @Autowired
    Clock clock;

    @Autowired
    WorkingDays days;

    @BeforeEach
    void beginAnew() {
        tick();
        directory.reset();
        notices.clear();
        FIRST_ROUTES.forEach((risk, stages) -> route(risk, stages));
        // What an earlier test named must not let anybody decide here.
        as(person("admin"), () -> substitutions.visible().forEach(found -> substitutions.end(found.id())));
    }

    static List<RouteStage> stages(Step... steps) {
        return Arrays.stream(steps).map(step -> new RouteStage(step, 3)).toList();
    }

    RouteRecord route(Risk risk, List<RouteStage> stages) {
        return as(person("admin"), () -> routes.change(risk, stages, "Для проверки"));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    /** Moves the clock to the same hour of a later day. */
    void goTo(LocalDate day) {
        ((SettableClock) clock).advance(Duration.between(today().atStartOfDay(), day.atStartOfDay()));
    }

    /** The row of a goal that a body leads. */
    Series row(String goal, String leader) {
        var tree = plans.current().tree();
        var body = tree.body(leader).orElseThrow().ref().id();
        return tree.goal(goal)
                .orElseThrow()
                .series()
                .filter(series -> Drafts.leads(body, series))
                .findFirst()
                .orElseThrow();
    }

    /** A described draft that states a target, of a year that no other test states, in each of the rows. */
    long draft(String author, Series... rows) {
        return as(person(author), () -> {
            var number = drafts.open();
            describe(number);
            Stream.of(rows).forEach(row -> edit(number, row.ref(), Drafts.freshField()));
            return number;
        });
    }

    void describe(long number) {
        drafts.describe(number, "Запрос", "Обоснование", Basis.NONE);
    }

    void edit(long number, ItemRef ref, Field field) {
        drafts.edit(number, ref, field, Quantity.of("100500"));
    }

    long submitted(String author, Series... rows) {
        var number = draft(author, rows);
        as(person(author), () -> drafts.submit(number));
        return number;
    }

    /** A request of the roads department about a row of its own, waiting for its head. */
    long submitted() {
        return submitted("ugm-official", row("1.2", "ugm"));
    }

    /** What comes after this comes later. */
    void tick() {
        ((SettableClock) clock).advance(Duration.ofSeconds(1));
    }

    RequestDetails approve(String account, long number) {
        tick();
        return as(
                person(account),
                () -> reviews.approve(number, find("auditor", number).contentHash(), ""));
    }

    RequestDetails giveBack(String account, long number) {
        return as(
                person(account),
                () -> reviews.returnForRework(number, find("auditor", number).contentHash(), "Нужен расчёт"));
    }

    RequestDetails find(String account, long number) {
        return as(person(account), () -> requests.find(number));
    }

    List<Part> waiting(long number) {
        return Objects.requireNonNull(find("auditor", number).summary().turn()).waiting();
    }

    static Field actual(int year) {
        return Field.of(Attribute.ACTUAL, year);
    }

    static void assertRefused(Refusal.Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
