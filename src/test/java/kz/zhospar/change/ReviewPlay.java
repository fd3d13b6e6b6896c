package kz.zhospar.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kz.zhospar.change.ModelPeople.Who;
import kz.zhospar.common.Formats;
import kz.zhospar.identity.SignIn;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.StalePlanException;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** One chain of operations: each is done by the model and by the application, and both must say the same of it. */
final class ReviewPlay {

    /** How many operations there were in all chains. */
    static final class Count {
        int accepted;
        int refused;
        final Map<String, Integer> outcomes = new HashMap<>();

        void note(String what) {
            outcomes.merge(what, 1, Integer::sum);
        }

        void add(String words, String outcome) {
            if (outcome.equals("OK")) {
                accepted++;
            } else {
                refused++;
            }
            note(words + " " + outcome);
        }
    }

    private static final int CHECKED_EACH = 10;
    /** The database keeps microseconds, and what has just been decided still has its nanoseconds. */
    private static final RecursiveComparisonConfiguration SAME_MOMENT = RecursiveComparisonConfiguration.builder()
            .withEqualsForType(
                    (one, other) -> Duration.between(one, other).abs().toNanos() < 1000, Instant.class)
            .build();

    final Desk desk;
    final ModelPeople people;
    final ReviewModel model;
    private final Count count;
    private final List<String> story = new ArrayList<>();
    private final Map<ModelPlan.Change, Change> real = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final Map<Long, List<String>> hashesOf = new HashMap<>();
    private final Map<Long, List<DecisionRecord>> records = new HashMap<>();
    private int operations;

    ReviewPlay(Desk desk, ModelPeople people, ReviewModel.City city, Count count) {
        this.desk = desk;
        this.people = people;
        this.model = new ReviewModel(city, people);
        this.count = count;
    }

    /** Does an operation twice, once each way. Gives what the application answered, null when it refused. */
    <T> @Nullable T perform(String kind, String words, Who who, Runnable expected, Callable<T> actual) {
        model.forget();
        var before = story.size();
        story.add(who.account() + " " + kind + " " + words);
        var should = expected(expected);
        T answer = null;
        String is;
        try {
            answer = SignIn.as(ModelPeople.person(who), actual);
            is = "OK";
        } catch (Refusal e) {
            is = e.reason().name();
        } catch (StalePlanException e) {
            is = "STALE";
        } catch (InvalidChanges e) {
            is = "INVALID";
        } catch (AccessDeniedException e) {
            is = "DENIED";
        }
        story.set(before, story.get(before) + " → " + is);
        assertThat(is).as("the outcome of the last operation").isEqualTo(should);
        count.add(kind, is);
        return answer;
    }

    private static String expected(Runnable work) {
        try {
            work.run();
            return "OK";
        } catch (ReviewModel.No no) {
            return no.why;
        }
    }

    /** An operation on a request that gives the request as it is then. */
    void perform(String kind, String words, Who who, long number, Runnable expected, Callable<RequestDetails> actual) {
        var answer = perform(kind, "№ " + number + " " + words, who, expected, actual);
        if (answer != null) {
            adopt(answer);
            agree(answer, who);
            if (answer.state() == RequestState.APPROVED) {
                agreeOnPlan();
            }
        }
        checkNowAndThen();
    }

    private void adopt(RequestDetails answer) {
        var made = model.born;
        if (made != null) {
            count.note("(what was returned goes on by itself)");
            model.name(Objects.requireNonNull(answer.decisions().getLast().splitInto()));
        }
        model.commit();
        if (made != null) {
            var auditor = people.named("auditor");
            agree(read(made.number), auditor);
        }
    }

    long open(Who who) {
        var number = perform(
                "opens", "", who, () -> model.open(who), () -> desk.drafts().open());
        if (number == null) {
            return 0;
        }
        model.name(number);
        model.commit();
        return number;
    }

    private RequestDetails read(long number) {
        return SignIn.as(
                ModelPeople.person(people.named("auditor")),
                () -> desk.requests().find(number));
    }

    // Agreement

    private void agree(RequestDetails is, Who reader) {
        var should = Objects.requireNonNull(model.requests.get(is.number()));
        var changes = is.changes().stream().map(this::plain).toList();
        assertThat(changes).as("changes").isEqualTo(should.set);
        assertThat(is.state().name()).as("state").isEqualTo(should.state);
        assertThat(is.round()).as("round").isEqualTo(should.round);
        assertThat(is.origin()).as("origin").isEqualTo(should.origin);
        assertThat(is.writer()).as("writer").isEqualTo(should.writer.account());
        assertThat(waiting(is)).as("waiting").isEqualTo(model.waiting(should));
        assertThat(is.mayWrite()).as("may write").isEqualTo(should.isOpen() && should.writer.equals(reader));
        assertThat(is.mayTakeOver()).as("may take over").isEqualTo(model.mayTakeOver(reader, should));
        assertThat(own(is)).as("own part").isEqualTo(model.own(reader, should));
        assertThat(remarks(is)).as("remarks").isEqualTo(remarks(should));
        assertThat(is.conflicts().stream().map(conflict -> plain(conflict.change())))
                .as("conflicts")
                .containsExactlyElementsOf(
                        should.isFinal() ? List.of() : model.plan().stale(should.set));
        agreeOnHash(is, should);
        agreeOnDecisions(is, should);
    }

    private ModelPlan.Change plain(Change change) {
        var plain = ModelWords.change(change);
        real.put(plain, change);
        return plain;
    }

    private static List<String> waiting(RequestDetails request) {
        var turn = request.summary().turn();
        return turn == null
                ? List.of()
                : turn.waiting().stream().map(ReviewPlay::words).toList();
    }

    private static String words(Part part) {
        return part.step() + ":" + Objects.requireNonNullElse(part.office(), "");
    }

    private ReviewModel.@Nullable Own own(RequestDetails request) {
        var mine = request.mine();
        return mine == null
                ? null
                : new ReviewModel.Own(
                        words(mine.part()), mine.principal() == null ? null : people.get(mine.principal()));
    }

    private static Map<String, String> remarks(RequestDetails request) {
        var remarks = new HashMap<String, String>();
        request.remarks()
                .forEach(remark -> remarks.put(
                        ModelWords.change(remark.change()).place(),
                        String.valueOf(ModelWords.value(remark.suggestion()))));
        return remarks;
    }

    private static Map<String, String> remarks(ModelRequest request) {
        var remarks = new HashMap<String, String>();
        request.rows.forEach((place, row) -> {
            if (row.remarked() || row.suggestion() != null) {
                remarks.put(place, String.valueOf(row.suggestion()));
            }
        });
        return remarks;
    }

    /** One content has one hash, and no other content has it. */
    private void agreeOnHash(RequestDetails is, ModelRequest should) {
        var hash = is.contentHash();
        assertThat(hashes.computeIfAbsent(should.content(), _ -> hash))
                .as("the hash of this content")
                .isEqualTo(hash);
        assertThat(hashes.values().stream().filter(hash::equals))
                .as("contents with this hash")
                .hasSize(1);
        var seen = hashesOf.computeIfAbsent(is.number(), _ -> new ArrayList<>());
        if (!seen.contains(hash)) {
            seen.add(hash);
        }
    }

    private void agreeOnDecisions(RequestDetails is, ModelRequest should) {
        var known = records.computeIfAbsent(is.number(), _ -> new ArrayList<>());
        assertThat(is.decisions()).as("decisions").hasSameSizeAs(should.decisions);
        assertThat(is.decisions().subList(0, known.size()))
                .as("decisions of before")
                .usingRecursiveFieldByFieldElementComparator(SAME_MOMENT)
                .isEqualTo(known);
        for (int i = known.size(); i < is.decisions().size(); i++) {
            var record = is.decisions().get(i);
            agree(record, should.decisions.get(i), should);
            known.add(record);
            if (record.principal() != null) {
                count.note("(decided in somebody's stead)");
            }
        }
    }

    private void agree(DecisionRecord is, ModelRequest.Decided should, ModelRequest request) {
        assertThat(is.person()).isEqualTo(should.by().account());
        assertThat(is.principal() == null ? null : is.principal().name())
                .isEqualTo(
                        should.principal() == null ? null : should.principal().account());
        assertThat(words(new Part(is.step(), is.office()))).isEqualTo(should.part());
        assertThat(is.verdict().name()).isEqualTo(should.verdict());
        assertThat(is.round()).isEqualTo(should.round());
        assertThat(is.items()).hasSize(should.items());
        assertThat(is.contentHash()).as("the content decided on").isEqualTo(hashes.get(should.on()));
        var signers = Stream.of(should.by(), should.principal()).filter(Objects::nonNull);
        assertThat(signers)
                .as("decided by none of those who wrote or submitted it")
                .doesNotContain(request.author, request.submitter)
                .doesNotContainAnyElementsOf(request.hands);
        var ofRound = request.decisions.stream()
                .filter(decision -> decision.round() == should.round())
                .flatMap(decision -> Stream.of(decision.by(), decision.principal()))
                .filter(Objects::nonNull);
        assertThat(ofRound).as("decided by nobody twice in a round").doesNotHaveDuplicates();
    }

    void agreeOnPlan() {
        assertThat(ModelWords.plan(desk.plans().current().items()).items())
                .as("the approved plan")
                .isEqualTo(model.plan().items());
    }

    private void checkNowAndThen() {
        if (++operations % CHECKED_EACH == 0) {
            model.requests.values().stream()
                    .filter(request -> !request.isFinal())
                    .forEach(request -> agree(read(request.number), people.named("auditor")));
            assertThat(model.stuck()).as("requests on which nobody can decide").isEmpty();
        }
    }

    /** Leaves nothing under review and nobody in another's stead, and looks at everything once more. */
    void finish() {
        for (var number : List.copyOf(model.requests.keySet())) {
            var request = model.requests.get(number);
            if (request.state.equals("IN_REVIEW")) {
                withdraw(request.writer, number);
            }
        }
        for (var standing : List.copyOf(model.standings)) {
            end(people.named("admin"), standing);
        }
        model.requests.keySet().forEach(number -> agree(read(number), people.named("auditor")));
        agreeOnPlan();
    }

    String story() {
        return String.join("\n", story);
    }

    // Operations

    void describe(Who who, long number, String title) {
        perform(
                "describes",
                "as «" + title + "»",
                who,
                number,
                () -> model.describe(who, number, title),
                () -> desk.drafts().describe(number, title, "Обоснование", Basis.NONE));
    }

    void edit(Who who, long number, String id, String field, @Nullable Object value) {
        var item = item(number, id);
        perform(
                "edits",
                item.get(ModelPlan.TYPE) + " " + id.substring(0, 4) + " " + field + " = " + ModelWords.value(value),
                who,
                number,
                () -> model.edit(who, number, id, field, ModelWords.value(value)),
                () -> desk.drafts().edit(number, ModelWords.ref(id, item), ModelWords.field(field), value));
    }

    /** The item as anybody knows it: from the plan, from the draft, or from a plan of before. */
    private Map<String, String> item(long number, String id) {
        var added = model.requests.get(number).added().get(id);
        return Stream.of(model.plan().find(id), added, model.city.removed.get(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    void add(Who who, long number, Item item) {
        propose("adds", who, number, List.of(new Change.Add(item)));
    }

    /** Removes items as the page shows them: with what the draft says of them, as far as it is not stale. */
    void remove(Who who, long number, List<String> ids) {
        var removals = ids.stream()
                .map(id -> (Change) new Change.Remove(shown(number, id)))
                .toList();
        propose("removes", who, number, removals);
    }

    private Item shown(long number, String id) {
        var request = model.requests.get(number);
        var ref = ModelWords.ref(id, item(number, id));
        var item = desk.plans().current().find(ref).orElse(null);
        for (var change : request.set) {
            if (change.id().equals(id) && !model.plan().isStale(change)) {
                switch (Objects.requireNonNull(real.get(change))) {
                    case Change.Add add -> item = add.item();
                    case Change.Edit edit -> item = Objects.requireNonNull(item).with(edit.field(), edit.value());
                    case Change.Remove _ -> {}
                }
            }
        }
        return Objects.requireNonNull(item);
    }

    private void propose(String kind, Who who, long number, List<Change> changes) {
        var plain = changes.stream().map(ModelWords::change).toList();
        perform(
                kind,
                plain.toString(),
                who,
                number,
                () -> model.propose(who, number, plain),
                () -> desk.drafts().propose(number, changes));
    }

    private Change real(ModelPlan.Change change) {
        return Objects.requireNonNull(real.get(change), () -> "never seen: " + change);
    }

    void drop(Who who, long number, ModelPlan.Change place) {
        perform(
                "drops",
                place.toString(),
                who,
                number,
                () -> model.drop(who, number, place),
                () -> desk.drafts().drop(number, real(place)));
    }

    void settle(Who who, long number, ModelPlan.Change place, boolean mine) {
        perform(
                mine ? "keeps" : "gives up",
                place.toString(),
                who,
                number,
                () -> model.settle(who, number, place, mine),
                () -> desk.drafts().settle(number, real(place), mine));
    }

    void take(Who who, long number, ModelPlan.Change place) {
        perform(
                "takes suggestion",
                place.toString(),
                who,
                number,
                () -> model.take(who, number, place),
                () -> desk.drafts().takeSuggestion(number, real(place)));
    }

    void decline(Who who, long number, ModelPlan.Change place) {
        perform(
                "declines suggestion",
                place.toString(),
                who,
                number,
                () -> model.decline(who, number, place),
                () -> desk.drafts().declineSuggestion(number, real(place)));
    }

    void submit(Who who, long number) {
        perform(
                "submits",
                "",
                who,
                number,
                () -> model.submit(who, number),
                () -> desk.drafts().submit(number));
    }

    void withdraw(Who who, long number) {
        perform(
                "withdraws",
                "",
                who,
                number,
                () -> model.withdraw(who, number),
                () -> desk.drafts().withdraw(number));
    }

    void takeOver(Who who, long number) {
        perform(
                "takes over",
                "",
                who,
                number,
                () -> model.takeOver(who, number),
                () -> desk.drafts().takeOver(number));
    }

    /** Decides on the content with a hash: with one verdict on the whole part, or, for null, change by change. */
    void decide(
            Who who, long number, String hash, String remark, @Nullable Verdict all, List<ReviewModel.Aside> items) {
        var seen = hash.equals(hashes.get(model.requests.get(number).content()));
        var kind = all == null
                ? items.isEmpty() ? "approves" : "decides"
                : all == Verdict.RETURNED ? "returns" : "rejects";
        perform(
                kind,
                (seen ? "" : "(as it was before) ") + items,
                who,
                number,
                () -> model.decide(who, number, seen, remark, all == null ? null : all.name(), items),
                () -> decide(number, hash, remark, all, items));
    }

    private RequestDetails decide(
            long number, String hash, String remark, @Nullable Verdict all, List<ReviewModel.Aside> items) {
        var reviews = desk.reviews();
        if (all != null) {
            return all == Verdict.RETURNED
                    ? reviews.returnForRework(number, hash, remark)
                    : reviews.reject(number, hash, remark);
        }
        return items.isEmpty()
                ? reviews.approve(number, hash, remark)
                : reviews.decide(
                        number, hash, remark, items.stream().map(this::verdict).toList());
    }

    private ItemVerdict verdict(ReviewModel.Aside item) {
        var change = real(item.change());
        return new ItemVerdict(change, Verdict.valueOf(item.verdict()), item.reason(), suggested(item, change));
    }

    private static @Nullable Object suggested(ReviewModel.Aside item, Change change) {
        return item.suggestion() != null && change instanceof Change.Edit edit
                ? ReviewMoves.value(edit.field().toString(), item.suggestion())
                : null;
    }

    String hash(long number) {
        return hashes.getOrDefault(model.requests.get(number).content(), "");
    }

    List<String> hashes(long number) {
        return hashesOf.getOrDefault(number, List.of());
    }

    void name(Who who, Who holder, Who substitute) {
        var today = LocalDate.now(Formats.ZONE);
        var named = new ReviewModel.Standing[1];
        var record = perform(
                "names",
                substitute.account() + " for " + holder.account(),
                who,
                () -> named[0] = model.name(who, holder, substitute),
                () -> desk.substitutions().name(holder.account(), substitute.account(), today, today.plusDays(1)));
        if (record != null) {
            named[0].id = record.id();
            model.standings.add(named[0]);
        }
        checkNowAndThen();
    }

    void end(Who who, ReviewModel.Standing standing) {
        var ended = perform(
                "ends", "the stead of " + standing.holder.account(), who, () -> model.end(who, standing), () -> {
                    desk.substitutions().end(Objects.requireNonNull(standing.id));
                    return true;
                });
        if (ended != null) {
            standing.ended = true;
        }
        checkNowAndThen();
    }

    void handOver(Who who, Who leaver, Who successor) {
        var open = model.requests.values().stream()
                .filter(request -> request.writer.equals(leaver) && !request.isFinal())
                .map(request -> request.number)
                .toList();
        var record = perform(
                "hands over",
                "from " + leaver.account() + " to " + successor.account(),
                who,
                () -> model.handOver(who, leaver, successor),
                () -> desk.handOvers().handOver(leaver.account(), successor.account(), "Увольнение"));
        if (record != null) {
            assertThat(record.requests()).isEqualTo(open.size());
            model.commit();
            model.afterHandOver(leaver);
            open.forEach(number -> agree(read(number), people.named("auditor")));
        }
        checkNowAndThen();
    }

    void route(Who who, Risk risk, List<Step> steps) {
        var stages = steps.stream().map(step -> new RouteStage(step, 2)).toList();
        var names = steps.stream().map(Enum::name).toList();
        var changed = perform(
                "leads",
                risk + " over " + steps,
                who,
                () -> model.route(who, risk.name(), names),
                () -> desk.routes().change(risk, stages, "Другой маршрут"));
        if (changed != null) {
            model.city.routes.put(risk.name(), names);
        }
        checkNowAndThen();
    }
}
