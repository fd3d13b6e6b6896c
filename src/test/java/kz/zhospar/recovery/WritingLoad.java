package kz.zhospar.recovery;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.Outage;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import kz.zhospar.testing.Drafts;
import org.springframework.context.ApplicationContext;

/**
 * Officials of several bodies who all write, send and have approved, one request after the other, each of two cells. What
 * they were told was done is noted the moment they are told. A request that an outage broke off stays as it is.
 */
final class WritingLoad {

    /** As far as a request has come. */
    enum Progress {
        OPENED,
        WRITTEN,
        SUBMITTED,
        ACCEPTED,
        APPROVED
    }

    /**
     * What somebody was told.
     *
     * @param row of the two cells that the request is about
     * @param year of the first of them; the other is of the year after
     */
    record Note(long request, Progress progress, String row, int year) {

        static Note parse(String line) {
            var parts = line.split(" ");
            return new Note(Long.parseLong(parts[0]), Progress.valueOf(parts[1]), parts[2], Integer.parseInt(parts[3]));
        }

        @Override
        public String toString() {
            return "%d %s %s %d".formatted(request, progress, row, year);
        }
    }

    static final List<String> BODIES = List.of("uoz", "uk", "ugm");

    private static final int FIRST_YEAR = 2030;
    private static final int LAST_YEAR = 2098;

    private final PlanService plans;
    private final DraftService drafts;
    private final RequestService requests;
    private final ReviewService reviews;
    private final Consumer<Note> notes;
    private final AtomicInteger outages = new AtomicInteger();
    private volatile boolean stopped;

    WritingLoad(ApplicationContext context, Consumer<Note> notes) {
        plans = context.getBean(PlanService.class);
        drafts = context.getBean(DraftService.class);
        requests = context.getBean(RequestService.class);
        reviews = context.getBean(ReviewService.class);
        this.notes = notes;
        Drafts.shortenRoutes(context);
    }

    /** Begins on threads of their own. */
    List<Thread> begin() {
        return BODIES.stream()
                .map(body -> Thread.ofPlatform().daemon().name("load-" + body).start(() -> work(body)))
                .toList();
    }

    void stop() {
        stopped = true;
    }

    /** How many requests were broken off. */
    int outages() {
        return outages.get();
    }

    private void work(String body) {
        for (var series : rows(body)) {
            for (var year = FIRST_YEAR; year < LAST_YEAR && !stopped; year += 2) {
                attempt(body, series, year);
            }
        }
    }

    private List<Series> rows(String body) {
        var tree = plans.current().tree();
        var id = tree.body(body).orElseThrow().ref().id();
        return tree.indicators()
                .flatMap(indicator -> indicator.series().stream())
                .filter(series -> Drafts.leads(id, series))
                .toList();
    }

    /** Nobody has written there before; a request that was broken off holds its cells. */
    private boolean isFree(Series series, int year) {
        return plans.current()
                        .find(series.ref())
                        .orElseThrow()
                        .value(target(year))
                        .isEmpty()
                && as(person("auditor"), requests::locks).stream()
                        .noneMatch(lock ->
                                lock.ref().equals(series.ref()) && target(year).equals(lock.field()));
    }

    private void attempt(String body, Series series, int year) {
        try {
            if (isFree(series, year)) {
                write(body, series, year);
            }
        } catch (RuntimeException e) {
            if (Outage.of(e).isEmpty() && !stopped) {
                throw e;
            }
            outages.incrementAndGet();
        }
    }

    private void write(String body, Series series, int year) {
        var official = person(body + "-official");
        var number = as(official, drafts::open);
        note(number, Progress.OPENED, series, year);
        as(official, () -> {
            drafts.describe(number, "Нагрузка", "Обоснование", Basis.named(""));
            drafts.propose(number, List.of(edit(series, year, number), edit(series, year + 1, number)));
        });
        note(number, Progress.WRITTEN, series, year);
        as(official, () -> drafts.submit(number));
        note(number, Progress.SUBMITTED, series, year);
        approve(body + "-head", number);
        note(number, Progress.ACCEPTED, series, year);
        approve("akim-office", number);
        note(number, Progress.APPROVED, series, year);
    }

    private void approve(String account, long number) {
        as(person(account), () -> reviews.approve(number, requests.find(number).contentHash(), ""));
    }

    private void note(long number, Progress progress, Series series, int year) {
        notes.accept(new Note(number, progress, series.ref().id().toString(), year));
    }

    private static Change edit(Series series, int year, long number) {
        return new Change.Edit(series.ref(), target(year), null, Quantity.of(BigDecimal.valueOf(number)));
    }

    private static Field target(int year) {
        return Field.of(Attribute.TARGET, year);
    }
}
