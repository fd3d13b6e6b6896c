package kz.zhospar.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import kz.zhospar.plan.internal.CurrentPlan;
import kz.zhospar.plan.internal.PlanStore;
import kz.zhospar.revision.BareRevision;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.testing.Drafts;

/** Sets of a hundred changes on one installation: as a request that is approved, and as no more than rows written. */
final class Approvals {

    private static final int CHANGES = 100;
    private static final int FIRST_YEAR = 2050;

    /** No two sets state the same, whichever installation they are for. */
    private static final AtomicInteger STATED = new AtomicInteger();

    private final Installation installation;
    private final boolean audited;
    private final Runnable alsoDone;
    private final String body;
    private final List<Place> places;

    /** A target that is changed each time. */
    record Place(ItemRef row, Field field) {}

    /** @param alsoDone in the transaction of each approval, after its writes; given the places that were changed */
    Approvals(Installation installation, boolean audited, Consumer<List<Place>> alsoDone) {
        this.installation = installation;
        this.audited = audited;
        installation.as("admin", () -> {
            Drafts.shortenRoutes(installation.context());
            return null;
        });
        var rows = rows(installation.bean(PlanService.class));
        this.body = rows.getKey();
        this.places = IntStream.range(0, CHANGES)
                .mapToObj(i -> new Place(
                        rows.getValue().get(i % rows.getValue().size()),
                        Field.of(
                                Attribute.TARGET,
                                FIRST_YEAR + i / rows.getValue().size())))
                .toList();
        this.alsoDone = () -> alsoDone.accept(places);
    }

    /** The rows of the body that leads most of them. */
    private static Map.Entry<String, List<ItemRef>> rows(PlanService plans) {
        var led = new HashMap<String, List<ItemRef>>();
        plans.current()
                .tree()
                .indicators()
                .flatMap(one -> one.series().stream())
                .forEach(row -> row.executors().stream()
                        .limit(1)
                        .map(Series.Executor::body)
                        .forEach(lead -> led.computeIfAbsent(lead.key(), _ -> new ArrayList<>())
                                .add(row.ref())));
        return led.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, List<ItemRef>> entry) ->
                                entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow();
    }

    /** The last approval of a request, which applies it; all that goes before is not timed. */
    Race.Runner approval() {
        return new Race.Runner() {
            private long number;
            private String hash = "";

            @Override
            public void prepare() {
                number = submitted();
                hash = hash(number);
            }

            @Override
            public void run() {
                installation.as(
                        "akim-office",
                        () -> installation.transaction().execute(_ -> {
                            var details = installation.bean(ReviewService.class).approve(number, hash, "");
                            note(RevisionKind.APPLY);
                            alsoDone.run();
                            return details;
                        }));
            }
        };
    }

    /** The same rows of the plan, written without a request. */
    Race.Runner writes() {
        return new Race.Runner() {
            private List<Change> changes = List.of();

            @Override
            public void prepare() {
                installation.bean(CurrentPlan.class).reload();
                changes = changes();
            }

            @Override
            public void run() {
                installation.transaction().executeWithoutResult(_ -> {
                    RevisionNote.describe(RevisionKind.APPLY, null, "Измерение");
                    installation.bean(PlanStore.class).apply(changes);
                    note(RevisionKind.APPLY);
                    alsoDone.run();
                });
            }
        };
    }

    /** Without Envers nobody else writes the revision that the plan in memory is named after. */
    private void note(RevisionKind kind) {
        if (!audited) {
            BareRevision.write(installation.context(), new RevisionNote(kind, null, "Измерение"));
        }
    }

    private long submitted() {
        var drafts = installation.bean(DraftService.class);
        var number = installation.as(body + "-official", () -> {
            var opened = drafts.open();
            drafts.describe(opened, "Сто изменений", "Измерение", Basis.named("Протокол"));
            drafts.propose(opened, changes());
            drafts.submit(opened);
            return opened;
        });
        var hash = hash(number);
        installation.as(
                body + "-head", () -> installation.bean(ReviewService.class).approve(number, hash, ""));
        return number;
    }

    private String hash(long number) {
        return Objects.requireNonNull(installation.as(
                "auditor",
                () -> installation.bean(RequestService.class).find(number).contentHash()));
    }

    private List<Change> changes() {
        var value = Quantity.of(STATED.incrementAndGet() + ".5");
        var plan = installation.bean(PlanService.class).current();
        return places.stream()
                .map(place -> (Change) new Change.Edit(
                        place.row(),
                        place.field(),
                        plan.find(place.row())
                                .orElseThrow()
                                .value(place.field())
                                .orElse(null),
                        value))
                .toList();
    }
}
