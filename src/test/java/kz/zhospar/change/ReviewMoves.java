package kz.zhospar.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.change.ModelPeople.Who;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Executors;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * What people might do next. Mostly what makes sense where the chain has come to, so that it gets somewhere; now and
 * then anything by anybody.
 */
final class ReviewMoves {

    /** One kind of operation; the weight is how often it is drawn. */
    enum Kind {
        OPEN(5),
        DESCRIBE(1),
        EDIT(22),
        ADD(4),
        REMOVE(3),
        DROP(2),
        SUBMIT(14),
        WITHDRAW(2),
        APPROVE(28),
        APPROVE_TWICE(2),
        DECIDE(8),
        RETURN(3),
        REJECT(1),
        TAKE(3),
        DECLINE(2),
        SETTLE(4),
        TAKE_OVER(2),
        NAME(2),
        END(2),
        HAND_OVER(1),
        ROUTE(1);

        final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final int MOST_OPEN = 7;
    private static final int MOST_ITEMS = 70;
    private static final List<String> VALUES = List.of("5", "6", "≤7", "-");

    private final ReviewPlay play;
    private final ReviewModel model;
    private final Random random;

    ReviewMoves(ReviewPlay play, Random random) {
        this.play = play;
        this.model = play.model;
        this.random = random;
    }

    /** Whether there is anything to do of a kind. */
    static boolean isPossible(Kind kind, ReviewPlay play) {
        var requests = play.model.requests.values();
        var open = requests.stream().filter(request -> !request.isFinal()).count();
        return switch (kind) {
            case OPEN -> open < MOST_OPEN;
            case NAME, ROUTE -> true;
            case APPROVE, APPROVE_TWICE, DECIDE, RETURN, REJECT ->
                requests.stream().anyMatch(request -> request.state.equals("IN_REVIEW"));
            case DESCRIBE, EDIT, ADD, REMOVE -> requests.stream().anyMatch(ModelRequest::isOpen);
            case SUBMIT -> requests.stream().anyMatch(request -> request.isOpen() && !request.set.isEmpty());
            case END -> play.model.standings.stream().anyMatch(standing -> !standing.ended);
            case DROP, SETTLE, TAKE, DECLINE ->
                requests.stream().anyMatch(request -> request.isOpen() && !request.set.isEmpty());
            default -> !requests.isEmpty();
        };
    }

    void make(Kind kind) {
        switch (kind) {
            case OPEN -> open();
            case DESCRIBE -> {
                var request = request("DRAFT", "RETURNED", "WITHDRAWN");
                play.describe(writer(request), request.number, one(List.of("", "Первый", "Второй", "Третий")));
            }
            case EDIT -> edit();
            case ADD -> add();
            case REMOVE -> remove();
            case DROP, SETTLE, TAKE, DECLINE -> atPlace(kind);
            case SUBMIT -> {
                var ready = model.requests.values().stream()
                        .filter(one -> one.isOpen() && !one.set.isEmpty())
                        .toList();
                var request = often(90) ? one(ready) : request("DRAFT", "RETURNED", "WITHDRAWN");
                play.submit(writer(request), request.number);
            }
            case WITHDRAW -> {
                var request = request("IN_REVIEW", "RETURNED");
                play.withdraw(writer(request), request.number);
            }
            case TAKE_OVER -> {
                var request = request("IN_REVIEW", "DRAFT", "RETURNED");
                var colleagues = play.people.all().stream()
                        .filter(who -> Objects.equals(who.body(), request.author.body()))
                        .toList();
                play.takeOver(often(80) ? one(colleagues) : anybody(), request.number);
            }
            case APPROVE, APPROVE_TWICE, DECIDE, RETURN, REJECT -> decide(kind);
            case NAME -> name();
            case END -> {
                var standings = model.standings.stream()
                        .filter(standing -> !standing.ended)
                        .toList();
                play.end(often(80) ? play.people.named("admin") : anybody(), one(standings));
            }
            case HAND_OVER -> handOver();
            case ROUTE -> route();
        }
    }

    // Who and what

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean often(int percent) {
        return random.nextInt(100) < percent;
    }

    private Who anybody() {
        return one(play.people.all());
    }

    private Who writer(ModelRequest request) {
        return often(90) ? request.writer : anybody();
    }

    /** A request in one of the states, or any when there is none or for once. */
    private ModelRequest request(String... states) {
        var all = List.copyOf(model.requests.values());
        var fit = all.stream()
                .filter(request -> Arrays.asList(states).contains(request.state))
                .toList();
        return fit.isEmpty() || !often(93) ? one(all) : one(fit);
    }

    private void open() {
        var writers = play.people.all().stream()
                .filter(who -> who.isAny("OFFICIAL", "HEAD", "ECONOMY"))
                .toList();
        var who = often(95) ? one(writers) : anybody();
        var number = play.open(who);
        if (number > 0 && often(95)) {
            play.describe(who, number, one(List.of("Первый", "Второй")));
        }
    }

    /** Items that the person may well change: of goals that his body answers for. */
    private List<String> near(Who who, ModelRequest request, String... types) {
        var added = request.added();
        return Stream.concat(
                        Arrays.stream(types).flatMap(type -> model.plan().all(type).stream()),
                        added.keySet().stream()
                                .filter(id -> Arrays.asList(types)
                                        .contains(added.get(id).get(ModelPlan.TYPE))))
                .distinct()
                .filter(id -> isNear(who, id, added))
                .toList();
    }

    private boolean isNear(Who who, String id, Map<String, Map<String, String>> added) {
        var goal = model.plan().goal(id, added);
        if (goal == null || who.body() == null || !model.plan().isDuty(who.body(), goal)) {
            return false;
        }
        var item = model.plan().find(id);
        return item == null
                || !item.get(ModelPlan.TYPE).equals("SERIES")
                || model.plan().bodies(item).contains(who.body());
    }

    private void edit() {
        var request = request("DRAFT", "RETURNED", "WITHDRAWN");
        var who = writer(request);
        var type = one(List.of("SERIES", "SERIES", "SERIES", "ACTION", "FUNDING"));
        var near = near(who, request, type);
        var id = near.isEmpty() || !often(96) ? one(model.plan().all(type)) : one(near);
        var item = Objects.requireNonNullElseGet(
                model.plan().find(id), () -> request.added().get(id));
        switch (type) {
            case "SERIES" -> editRow(who, request, id, item);
            case "ACTION" -> {
                var title = often(50);
                play.edit(
                        who,
                        request.number,
                        id,
                        title ? "TITLE" : "FROM",
                        title ? LocalizedText.of(one(List.of("Первое", "Второе"))) : 2020 + random.nextInt(3));
            }
            default -> play.edit(who, request.number, id, "AMOUNT 2021", quantity(one(List.of("100", "101"))));
        }
    }

    private void editRow(Who who, ModelRequest request, String id, Map<String, String> item) {
        if (often(4)) {
            var bodies = new ArrayList<>(List.of(item.get("EXECUTORS").split(",")));
            Collections.shuffle(bodies, random);
            play.edit(who, request.number, id, "EXECUTORS", executors(bodies));
        } else if (often(4)) {
            play.edit(
                    who,
                    request.number,
                    id,
                    "CURATOR",
                    UUID.fromString(one(model.plan().all("CURATOR_POST"))));
        } else {
            var field = one(List.of("TARGET 2021", "TARGET 2022", "ACTUAL 2021"));
            play.edit(who, request.number, id, field, often(90) ? quantity(one(VALUES)) : null);
        }
    }

    private static Executors executors(List<String> bodies) {
        return new Executors(bodies.stream()
                .map(body -> new Executors.Executor(UUID.fromString(body), false))
                .toList());
    }

    private void add() {
        var request = request("DRAFT", "RETURNED", "WITHDRAWN");
        var who = writer(request);
        var type = model.plan().items().size() > MOST_ITEMS
                ? ItemType.ACTION
                : one(List.of(ItemType.ACTION, ItemType.ACTION, ItemType.SERIES, ItemType.INDICATOR));
        var parents = switch (type) {
            case ACTION -> near(who, request, "GOAL", "ACTION");
            case SERIES -> near(who, request, "INDICATOR");
            default -> near(who, request, "GOAL");
        };
        var parent = parents.isEmpty() ? one(model.plan().all("GOAL")) : one(parents);
        var item = Item.of(new ItemRef(type, new UUID(random.nextLong(), random.nextLong())))
                .put(Attribute.PARENT, UUID.fromString(parent))
                .put(Attribute.NUMBER, 1 + random.nextInt(type == ItemType.SERIES ? 4 : 14))
                .put(Attribute.TITLE, LocalizedText.of("Новое"));
        if (type == ItemType.SERIES) {
            item.put(Attribute.EXECUTORS, executors(bodies(who)));
            item.put(Field.of(Attribute.TARGET, 2021), quantity(one(VALUES)));
        }
        play.add(who, request.number, item.build());
    }

    private List<String> bodies(Who who) {
        var all = new ArrayList<>(model.plan().all("BODY"));
        Collections.shuffle(all, random);
        var own = all.stream()
                .filter(id -> Objects.equals(model.plan().items().get(id).get("CODE"), who.body()))
                .toList();
        return Stream.concat(own.stream(), all.stream().limit(2))
                .distinct()
                .limit(2)
                .toList();
    }

    /** What was there from the beginning stays, all but actions, so that the plan does not run dry. */
    private void remove() {
        var request = request("DRAFT", "RETURNED", "WITHDRAWN");
        var who = writer(request);
        var ids = near(who, request, "ACTION", "SERIES", "INDICATOR").stream()
                .filter(id -> isNew(request, id))
                .toList();
        if (ids.isEmpty()) {
            ids = near(who, request, "ACTION");
        }
        if (ids.isEmpty()) {
            ids = model.plan().all("ACTION");
        }
        var id = one(ids);
        var all = new ArrayList<String>();
        if (often(80)) {
            collectParts(id, all);
        }
        all.add(id);
        play.remove(who, request.number, all);
    }

    private boolean isNew(ModelRequest request, String id) {
        var item = model.plan().items().getOrDefault(id, request.added().get(id));
        return Objects.requireNonNullElse(item.get("TITLE"), "").contains("Новое");
    }

    private void collectParts(String id, List<String> into) {
        model.plan().items().forEach((part, item) -> {
            if (id.equals(item.get("PARENT"))) {
                collectParts(part, into);
                into.add(part);
            }
        });
        into.sort(null);
    }

    private void atPlace(Kind kind) {
        var requests = model.requests.values().stream()
                .filter(request -> !request.set.isEmpty() && (request.isOpen() || often(5)))
                .filter(request -> switch (kind) {
                    case SETTLE -> often(5) || !model.plan().stale(request.set).isEmpty();
                    case TAKE, DECLINE ->
                        often(5) || request.rows.values().stream().anyMatch(row -> row.suggestion() != null);
                    default -> true;
                })
                .toList();
        if (requests.isEmpty()) {
            edit();
            return;
        }
        var request = one(requests);
        var who = writer(request);
        var place = one(request.set);
        var stale = model.plan().stale(request.set);
        var suggested = request.set.stream()
                .filter(change -> request.rows.get(change.place()).suggestion() != null)
                .toList();
        switch (kind) {
            case SETTLE -> play.settle(who, request.number, stale.isEmpty() ? place : one(stale), often(60));
            case TAKE -> play.take(who, request.number, suggested.isEmpty() ? place : one(suggested));
            case DECLINE -> play.decline(who, request.number, suggested.isEmpty() ? place : one(suggested));
            default -> play.drop(who, request.number, place);
        }
    }

    // Deciding

    private void decide(Kind kind) {
        var request = request("IN_REVIEW");
        var able = play.people.all().stream()
                .filter(who -> model.own(who, request) != null)
                .toList();
        var who = able.isEmpty() || !often(85) ? anybody() : one(able);
        var hash = often(94) || play.hashes(request.number).isEmpty()
                ? play.hash(request.number)
                : one(play.hashes(request.number));
        var remark = often(90) ? "Причина" : "";
        switch (kind) {
            case APPROVE -> play.decide(who, request.number, hash, remark, null, List.of());
            case APPROVE_TWICE -> {
                play.decide(who, request.number, hash, remark, null, List.of());
                play.decide(who, request.number, hash, remark, null, List.of());
            }
            case RETURN -> play.decide(who, request.number, hash, remark, Verdict.RETURNED, List.of());
            case REJECT -> play.decide(who, request.number, hash, remark, Verdict.REJECTED, List.of());
            default -> play.decide(who, request.number, hash, often(50) ? remark : "", null, asides(who, request));
        }
    }

    private List<ReviewModel.Aside> asides(Who who, ModelRequest request) {
        var own = model.own(who, request);
        var covered = own == null || !often(95) ? request.set : model.covered(request, own.part());
        var items = new ArrayList<ReviewModel.Aside>();
        for (var change : covered) {
            if (often(45)) {
                items.add(aside(change));
            }
        }
        return items;
    }

    private ReviewModel.Aside aside(ModelPlan.Change change) {
        var returned = often(75);
        var reason = often(90) ? "Уточните" : "";
        return new ReviewModel.Aside(
                change,
                returned ? "RETURNED" : "REJECTED",
                reason,
                often(returned ? 40 : 3) ? suggestion(change) : null);
    }

    private @Nullable String suggestion(ModelPlan.Change change) {
        if (!change.is('E')) {
            return null;
        }
        if (change.field().startsWith("TARGET") || change.field().startsWith("ACTUAL")) {
            return one(VALUES);
        }
        return change.field().equals("FROM") ? String.valueOf(2020 + random.nextInt(3)) : null;
    }

    /** A value from the words of the model, for the fields of which values are suggested. */
    static Object value(String field, String words) {
        return field.equals("FROM") ? (Object) Integer.valueOf(words) : quantity(words);
    }

    private static Quantity quantity(String words) {
        return Quantity.parse(words).orElseThrow();
    }

    // Posts and routes

    private void name() {
        var deciders = play.people.all().stream()
                .filter(who -> who.isAny("HEAD", "ECONOMY", "CURATOR", "AKIM_OFFICE"))
                .toList();
        var holder = often(95) ? one(deciders) : anybody();
        var near = play.people.all().stream()
                .filter(who ->
                        Objects.equals(who.body(), holder.body()) || who.post().equals(holder.post()))
                .toList();
        var who = often(40) ? play.people.named("admin") : often(80) ? holder : anybody();
        play.name(who, holder, often(85) ? one(near) : anybody());
    }

    private void handOver() {
        var leaver = model.requests.isEmpty() || !often(85) ? anybody() : request().writer;
        var colleagues = play.people.all().stream()
                .filter(who -> Objects.equals(who.body(), leaver.body()))
                .toList();
        var who = often(60) ? play.people.named("admin") : often(60) ? one(colleagues) : anybody();
        play.handOver(who, leaver, often(90) ? one(colleagues) : anybody());
    }

    private void route() {
        var steps = new ArrayList<>(List.of(Step.values()));
        Collections.shuffle(steps, random);
        var some = steps.subList(0, random.nextInt(steps.size() + 1));
        play.route(often(90) ? play.people.named("admin") : anybody(), one(List.of(Risk.values())), List.copyOf(some));
    }
}
