package kz.zhospar.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.zhospar.change.ModelPeople.Who;
import kz.zhospar.change.ModelPlan.Change;
import kz.zhospar.change.ModelRequest.Decided;
import kz.zhospar.change.ModelRequest.Row;
import org.jspecify.annotations.Nullable;

/**
 * How a review goes, told once more in plain maps and loops: nothing of it comes from the code that it is compared with.
 * An operation either is refused with {@link No} and changes nothing, or leaves what it did to be committed.
 */
final class ReviewModel {

    /** An operation that is not let through, with the word for why. */
    static final class No extends RuntimeException {
        final String why;

        No(String why) {
            super(why, null, false, false);
            this.why = why;
        }
    }

    /** What outlives a chain of operations. */
    static final class City {
        ModelPlan plan;
        final Map<String, List<String>> routes = new HashMap<>();
        final Map<String, Map<String, String>> removed = new HashMap<>();
        final List<Long> applied = new ArrayList<>();

        City(ModelPlan plan) {
            this.plan = plan;
        }
    }

    static final class Standing {
        @Nullable
        UUID id;

        final Who holder;
        final Who substitute;
        boolean ended;

        Standing(Who holder, Who substitute) {
            this.holder = holder;
            this.substitute = substitute;
        }
    }

    /** One change that a decision does not accept. */
    record Aside(
            Change change,
            String verdict,
            String reason,
            @Nullable String suggestion) {}

    final City city;
    final ModelPeople people;
    final Map<Long, ModelRequest> requests = new TreeMap<>();
    final List<Standing> standings = new ArrayList<>();

    private final List<ModelRequest> changed = new ArrayList<>();

    /** The request that the running operation makes; its number is told when the application has given it one. */
    @Nullable
    ModelRequest born;

    private @Nullable ModelPlan nextPlan;
    private @Nullable Long appliedNow;

    ReviewModel(City city, ModelPeople people) {
        this.city = city;
        this.people = people;
    }

    ModelPlan plan() {
        return city.plan;
    }

    // Committing

    void forget() {
        changed.clear();
        born = null;
        nextPlan = null;
        appliedNow = null;
    }

    void commit() {
        changed.forEach(request -> requests.put(request.number, request));
        if (born != null) {
            requests.put(born.number, born);
        }
        if (nextPlan != null) {
            requests.get(appliedNow).set.stream()
                    .filter(change -> change.is('R'))
                    .forEach(change -> city.removed.put(change.id(), change.item()));
            city.plan = nextPlan;
            city.applied.add(appliedNow);
        }
        forget();
    }

    private ModelRequest copy(long number) {
        var request = requests.get(number).copy();
        changed.add(request);
        return request;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new No(otherwise);
        }
    }

    // Who sees and writes

    private static boolean isWriter(Who who) {
        return who.isAny("OFFICIAL", "HEAD", "ECONOMY");
    }

    private static boolean takesPart(Who who) {
        return who.isAny("OFFICIAL", "HEAD", "ECONOMY", "CURATOR", "AKIM_OFFICE") && !who.isAny("AUDITOR", "ADMIN");
    }

    /** The person and those for whom he stands in. */
    List<Who> hats(Who who) {
        var hats = new ArrayList<>(List.of(who));
        if (takesPart(who)) {
            standings.stream()
                    .filter(standing -> !standing.ended && standing.substitute.equals(who))
                    .map(standing -> standing.holder)
                    .sorted(Comparator.comparing(Who::account))
                    .forEach(hats::add);
        }
        return hats;
    }

    boolean sees(Who who, ModelRequest request) {
        return hats(who).stream().anyMatch(hat -> {
            if (hat.isAny("ECONOMY", "AKIM_OFFICE", "AUDITOR") || request.writer.equals(hat)) {
                return true;
            }
            if (Objects.equals(hat.body(), request.author.body()) && hat.isAny("OFFICIAL", "HEAD")) {
                return true;
            }
            return request.submitter != null && (oversees(hat, request) || isConcerned(hat, request));
        });
    }

    private boolean oversees(Who hat, ModelRequest request) {
        var goals = new HashSet<>(request.asideGoals);
        request.rows.values().forEach(row -> goals.add(row.goal()));
        return hat.curator() != null
                && goals.stream()
                        .filter(Objects::nonNull)
                        .anyMatch(goal -> plan().curators(goal).contains(hat.curator()));
    }

    private boolean isConcerned(Who hat, ModelRequest request) {
        var parts = new HashSet<String>();
        request.rows.values().forEach(row -> {
            row.heads().forEach(head -> parts.add("HEAD:" + head));
            row.curators().forEach(curator -> parts.add("CURATOR:" + curator));
        });
        request.decisions.forEach(decision -> parts.add(decision.part()));
        return parts.stream().anyMatch(part -> holds(hat, part));
    }

    private void requireRole(Who who, String... roles) {
        require(who.isAny(roles), "DENIED");
    }

    private ModelRequest seen(Who who, long number) {
        require(sees(who, requests.get(number)), "NOT_FOUND");
        return copy(number);
    }

    private ModelRequest own(Who who, long number) {
        requireRole(who, "OFFICIAL", "HEAD", "ECONOMY");
        var request = seen(who, number);
        require(request.writer.equals(who), "NOT_FOUND");
        return request;
    }

    private ModelRequest open(Who who, long number) {
        var request = own(who, number);
        require(request.isOpen(), "NOT_OPEN");
        return request;
    }

    // Writing

    void open(Who who) {
        requireRole(who, "OFFICIAL", "HEAD", "ECONOMY");
        born = new ModelRequest(who);
    }

    void describe(Who who, long number, String title) {
        var request = open(who, number);
        request.write();
        request.title = title;
        request.justification = "Обоснование";
    }

    void edit(Who who, long number, String id, String field, @Nullable String value) {
        var request = open(who, number);
        require(plan().stale(request.set).isEmpty(), "STALE");
        var item = plan().with(request.set).find(id);
        require(item != null, "NOT_YOUR_ITEM");
        var base = Objects.requireNonNull(item).get(field);
        if (!Objects.equals(base, value)) {
            propose(who, request, List.of(new Change('E', id, field, base, value)));
        }
    }

    void propose(Who who, long number, List<Change> changes) {
        propose(who, open(who, number), changes);
    }

    private void propose(Who who, ModelRequest request, List<Change> changes) {
        for (var change : changes) {
            require(mayPropose(who, change, request), "NOT_YOUR_ITEM");
            require(!change.is('E') || !request.removes(change.id()), "STALE");
            request.set = with(request.set, change);
        }
        require(!isLocked(changes, request.number), "LOCKED");
        written(request);
    }

    /** At most one change for a place: what counts is where it began and where it ends. */
    static List<Change> with(List<Change> set, Change change) {
        var next = new ArrayList<Change>();
        var joined = false;
        for (var old : set) {
            if (!old.id().equals(change.id())) {
                next.add(old);
            } else if (change.is('E') && old.is('A')) {
                joined = true;
                next.add(new Change(
                        'A', old.id(), "", null, ModelPlan.set(old.item(), change.field(), (String) change.value())));
            } else if (change.is('E') && old.field().equals(change.field())) {
                joined = true;
                if (!Objects.equals(old.base(), change.value())) {
                    next.add(new Change('E', old.id(), old.field(), old.base(), change.value()));
                }
            } else if (change.is('E')) {
                next.add(old);
            } else if (change.is('A') && old.is('E')) {
                next.add(old);
            } else if (change.is('A') && old.is('A')) {
                joined = true;
                next.add(change);
            } else if (change.is('R') && old.is('R')) {
                joined = true;
                next.add(old);
            } else if (change.is('R') && old.is('A')) {
                joined = true;
            } else if (change.is('R')) {
                change = new Change(
                        'R', change.id(), "", ModelPlan.set(change.item(), old.field(), (String) old.base()), null);
            } else {
                throw new IllegalStateException("An addition of what is there: " + change);
            }
        }
        if (!joined) {
            next.add(change);
        }
        return next;
    }

    private boolean mayPropose(Who who, Change change, ModelRequest request) {
        var added = request.added();
        var isNew = change.is('A') || added.containsKey(change.id());
        if (change.is('A')) {
            added.put(change.id(), change.item());
        }
        var goal = plan().goal(change.id(), added);
        if (goal == null || who.body() == null || !isWriter(who) || !plan().isDuty(who.body(), goal)) {
            return false;
        }
        var item = isNew ? added.get(change.id()) : plan().find(change.id());
        var type = item == null ? "" : item.get(ModelPlan.TYPE);
        if (isNew) {
            return true;
        }
        return switch (type) {
            case "SERIES" -> plan().bodies(item).contains(who.body());
            case "INDICATOR" ->
                plan().rows(goal).stream()
                        .map(row -> Objects.requireNonNull(plan().find(row)))
                        .anyMatch(row -> row.get("PARENT").equals(change.id())
                                && plan().bodies(row).contains(who.body()));
            default -> type.equals("ACTION") || type.equals("FUNDING");
        };
    }

    private boolean isLocked(List<Change> changes, long number) {
        return requests.values().stream()
                .filter(other -> other.number != number && other.state.equals("IN_REVIEW"))
                .flatMap(other -> other.set.stream())
                .anyMatch(held -> changes.stream().anyMatch(change -> collides(held, change)));
    }

    private static boolean collides(Change held, Change change) {
        if (held.id().equals(change.id())) {
            return held.field().isEmpty()
                    || change.field().isEmpty()
                    || held.field().equals(change.field());
        }
        if (!held.is('A')
                || !change.is('A')
                || !held.item().get("NUMBER").equals(change.item().get("NUMBER"))) {
            return false;
        }
        var type = held.item().get(ModelPlan.TYPE);
        return type.equals(change.item().get(ModelPlan.TYPE))
                && (type.equals("INDICATOR")
                        || type.equals("SERIES")
                                && held.item()
                                        .get("PARENT")
                                        .equals(change.item().get("PARENT")));
    }

    private void written(ModelRequest request) {
        request.set = numbered(request.set, List.of());
        request.write();
        keepRows(request);
    }

    /** Added actions give way to what has their number already. */
    private List<Change> numbered(List<Change> set, List<Change> held) {
        var added = new LinkedHashMap<String, Map<String, String>>();
        Stream.concat(held.stream(), set.stream())
                .filter(change -> change.is('A'))
                .forEach(change -> added.put(change.id(), change.item()));
        var taken = new HashMap<String, TreeSet<Integer>>();
        plan().all("ACTION").forEach(id -> take(taken, id, plan().find(id), added));
        held.stream()
                .filter(change ->
                        change.is('A') && change.item().get(ModelPlan.TYPE).equals("ACTION"))
                .forEach(change -> take(taken, change.id(), change.item(), added));
        var next = new ArrayList<Change>();
        for (var change : set) {
            if (change.is('A') && change.item().get(ModelPlan.TYPE).equals("ACTION")) {
                var numbers = taken.computeIfAbsent(plan().top(change.id(), added), _ -> new TreeSet<>());
                var wanted = Integer.valueOf(change.item().get("NUMBER"));
                var number = numbers.contains(wanted) ? Integer.valueOf(numbers.last() + 1) : wanted;
                numbers.add(number);
                next.add(new Change(
                        'A', change.id(), "", null, ModelPlan.set(change.item(), "NUMBER", number.toString())));
            } else {
                next.add(change);
            }
        }
        return next;
    }

    private void take(
            Map<String, TreeSet<Integer>> taken,
            String id,
            @Nullable Map<String, String> item,
            Map<String, Map<String, String>> added) {
        taken.computeIfAbsent(plan().top(id, added), _ -> new TreeSet<>())
                .add(Integer.valueOf(Objects.requireNonNull(item).get("NUMBER")));
    }

    /** What is kept beside the changes: a remark stays as long as its place, a suggestion as long as the value. */
    private void keepRows(ModelRequest request) {
        var rows = new HashMap<String, Row>();
        for (var change : request.set) {
            var before = request.rows.get(change.place());
            var goal = plan().goal(change.id(), request.added());
            var heads = new TreeSet<String>();
            var curators = new TreeSet<String>();
            offices(change, goal, heads, curators);
            if (curators.isEmpty()) {
                curators.add("-");
            }
            var same = before != null && Objects.equals(before.value(), change.value());
            rows.put(
                    change.place(),
                    new Row(
                            goal,
                            heads,
                            curators,
                            before != null && before.remarked(),
                            same ? before.suggestion() : null,
                            change.value()));
        }
        request.rows = rows;
    }

    private void offices(Change change, @Nullable String goal, Set<String> heads, Set<String> curators) {
        var row = plan().find(change.id());
        if (row != null && row.get(ModelPlan.TYPE).equals("SERIES") && goal != null) {
            plan().bodies(row).stream().limit(1).forEach(heads::add);
            if (plan().curator(row) != null) {
                curators.add(plan().curator(row));
            }
        }
        if (curators.isEmpty() && goal != null) {
            curators.addAll(plan().curators(goal));
        }
        var stated = change.is('A')
                ? change.item()
                : change.is('E') && change.value() != null
                        ? Map.of(change.field(), String.valueOf(change.value()))
                        : Map.<String, String>of();
        plan().bodies(stated).stream().limit(1).forEach(heads::add);
        if (plan().curator(stated) != null) {
            curators.add(plan().curator(stated));
        }
    }

    void drop(Who who, long number, Change place) {
        var request = open(who, number);
        request.set = without(request.set, place);
        written(request);
    }

    private static List<Change> without(List<Change> set, Change place) {
        return set.stream()
                .filter(change -> !change.place().equals(place.place()))
                .toList();
    }

    void settle(Who who, long number, Change place, boolean mine) {
        var request = open(who, number);
        var found = plan().stale(request.set).stream()
                .filter(change -> change.place().equals(place.place()))
                .findFirst();
        if (found.isEmpty()) {
            return;
        }
        var change = found.get();
        request.set = without(request.set, change);
        if (mine) {
            keepMine(request, change);
        }
        written(request);
    }

    private void keepMine(ModelRequest request, Change change) {
        var theirs = plan().find(change.id());
        switch (change.kind()) {
            case 'R' -> {
                if (theirs != null) {
                    request.set = with(request.set, new Change('R', change.id(), "", theirs, null));
                }
            }
            case 'A' -> {
                var fields = new TreeSet<>(change.item().keySet());
                fields.addAll(Objects.requireNonNull(theirs).keySet());
                for (var field : inOrder(fields)) {
                    var their = theirs.get(field);
                    var own = change.item().get(field);
                    if (!Objects.equals(their, own)) {
                        request.set = with(request.set, new Change('E', change.id(), field, their, own));
                    }
                }
            }
            default -> {
                if (theirs == null) {
                    bringBack(request, change);
                } else if (!Objects.equals(theirs.get(change.field()), change.value())) {
                    request.set = with(
                            request.set,
                            new Change('E', change.id(), change.field(), theirs.get(change.field()), change.value()));
                }
            }
        }
    }

    /** As an item is read: the order of the fields in the application's own list. */
    private static List<String> inOrder(Set<String> fields) {
        var order = List.of(
                "PARENT",
                "NUMBER",
                "HEADING",
                "TITLE",
                "UNIT",
                "CURATOR",
                "EXECUTORS",
                "FROM",
                "TO",
                "TARGET",
                "ACTUAL");
        return fields.stream()
                .sorted(Comparator.comparing((String field) -> order.indexOf(field.split(" ")[0]))
                        .thenComparing(field -> field))
                .toList();
    }

    private void bringBack(ModelRequest request, Change change) {
        if (request.adds(change.id())) {
            request.set = with(request.set, change);
            return;
        }
        var item = city.removed.get(change.id());
        if (item == null) {
            return;
        }
        bringParentsBack(request, item);
        request.set =
                with(request.set, new Change('A', change.id(), "", null, ModelPlan.set(item, change.field(), (String)
                        change.value())));
    }

    private void bringParentsBack(ModelRequest request, Map<String, String> item) {
        var parent = item.get("PARENT");
        var isThere = plan().find(parent) != null
                || request.set.stream().anyMatch(change -> change.id().equals(parent));
        var found = city.removed.get(parent);
        if (!isThere && found != null) {
            bringParentsBack(request, found);
            request.set = with(request.set, new Change('A', parent, "", null, found));
        }
    }

    void take(Who who, long number, Change place) {
        var request = open(who, number);
        var row = request.rows.get(place.place());
        var change = request.set.stream()
                .filter(one -> one.place().equals(place.place()))
                .findFirst();
        if (row == null
                || row.suggestion() == null
                || change.isEmpty()
                || !change.get().is('E')) {
            return;
        }
        var mine = change.get();
        propose(who, request, List.of(new Change('E', mine.id(), mine.field(), mine.value(), row.suggestion())));
    }

    void decline(Who who, long number, Change place) {
        var request = open(who, number);
        request.write();
        request.rows.computeIfPresent(place.place(), (_, row) -> row.remarked(row.remarked(), null));
    }

    void withdraw(Who who, long number) {
        var request = own(who, number);
        require(!request.isFinal() && !request.state.equals("WITHDRAWN"), "NOT_OPEN");
        request.state = "WITHDRAWN";
    }

    void takeOver(Who who, long number) {
        requireRole(who, "OFFICIAL", "HEAD", "ECONOMY");
        var request = seen(who, number);
        require(mayTakeOver(who, request), "NOT_FOUND");
        request.writer = who;
    }

    boolean mayTakeOver(Who who, ModelRequest request) {
        return isWriter(who)
                && !request.isFinal()
                && !request.writer.equals(who)
                && who.body() != null
                && who.body().equals(request.author.body());
    }

    // Submitting

    void submit(Who who, long number) {
        var request = open(who, number);
        require(!request.set.isEmpty(), "NO_CHANGES");
        require(!request.title.isBlank(), "TITLE_MISSING");
        require(!request.justification.isBlank(), "JUSTIFICATION_MISSING");
        var held = requests.values().stream()
                .filter(other -> other.state.equals("IN_REVIEW"))
                .flatMap(other -> other.set.stream())
                .toList();
        request.set = numbered(request.set, held);
        for (var change : request.set) {
            require(mayPropose(who, change, request), "NOT_YOUR_ITEM");
        }
        require(plan().stale(request.set).isEmpty(), "STALE");
        require(plan().with(request.set).faults(request.set).isEmpty(), "INVALID");
        require(!isLocked(request.set, number), "LOCKED");
        keepRows(request);
        request.steps = city.routes.get(risk(request.set));
        request.write();
        request.rows.replaceAll((_, row) -> row.remarked(false, null));
        request.submitter = who;
        request.state = "IN_REVIEW";
        request.stage = 0;
        var people =
                this.people.all().stream().filter(one -> !request.involves(one)).toList();
        var parts = request.steps.stream()
                .flatMap(step -> parts(request, step).stream())
                .filter(part -> !isOwn(request, part))
                .toList();
        require(covers(parts, people), "NOBODY_CAN_DECIDE");
        request.stage = next(request);
        require(request.stage < request.steps.size(), "NOBODY_CAN_DECIDE");
    }

    static String risk(List<Change> set) {
        var risks = set.stream()
                .map(change -> !change.is('E')
                        ? "HIGH"
                        : change.field().startsWith("ACTUAL")
                                ? "FACT"
                                : Set.of("TITLE", "FROM", "TO").contains(change.field()) ? "LOW" : "HIGH")
                .toList();
        return risks.contains("HIGH") ? "HIGH" : risks.contains("FACT") ? "FACT" : "LOW";
    }

    // Deciding

    List<String> parts(ModelRequest request, String step) {
        var rows = request.set.stream()
                .map(change -> request.rows.get(change.place()))
                .toList();
        var parts = new ArrayList<String>();
        switch (step) {
            case "HEAD" -> {
                var others = new TreeSet<String>();
                rows.forEach(row -> others.addAll(row.heads()));
                others.remove(request.author.body());
                parts.add("HEAD:" + request.author.body());
                others.forEach(body -> parts.add("HEAD:" + body));
            }
            case "CURATOR" -> {
                var curators = new TreeSet<String>();
                rows.forEach(row -> curators.addAll(row.curators()));
                curators.forEach(curator -> parts.add("CURATOR:" + curator));
            }
            default -> parts.add(step + ":");
        }
        return parts;
    }

    boolean holds(Who who, String part) {
        var words = part.split(":", 2);
        return switch (words[0]) {
            case "HEAD" -> who.is("HEAD") && words[1].equals(who.body());
            case "CURATOR" -> who.is("CURATOR") && words[1].equals(who.curator());
            default -> who.is(words[0]);
        };
    }

    private boolean isOwn(ModelRequest request, String part) {
        var submitter = Objects.requireNonNull(request.submitter);
        return part.equals("HEAD:" + request.author.body())
                && submitter.is("HEAD")
                && request.author.body().equals(submitter.body());
    }

    List<String> waiting(ModelRequest request, String step) {
        return parts(request, step).stream()
                .filter(part -> !isOwn(request, part)
                        && request.ofRound()
                                .noneMatch(decision -> decision.part().equals(part)))
                .toList();
    }

    List<String> waiting(ModelRequest request) {
        return request.state.equals("IN_REVIEW") ? waiting(request, request.steps.get(request.stage)) : List.of();
    }

    private int next(ModelRequest request) {
        var stage = request.stage;
        while (stage < request.steps.size()
                && waiting(request, request.steps.get(stage)).isEmpty()) {
            stage++;
        }
        return stage;
    }

    private List<String> left(ModelRequest request) {
        return request.steps.stream()
                .skip(request.stage)
                .flatMap(step -> waiting(request, step).stream())
                .toList();
    }

    /** Whether each part can be given to somebody else; tried out in every way. */
    private boolean covers(List<String> parts, List<Who> people) {
        return covers(parts, people, 0, new HashSet<>());
    }

    private boolean covers(List<String> parts, List<Who> people, int from, Set<Who> used) {
        if (from == parts.size()) {
            return true;
        }
        for (var who : people) {
            if (holds(who, parts.get(from)) && used.add(who)) {
                if (covers(parts, people, from + 1, used)) {
                    return true;
                }
                used.remove(who);
            }
        }
        return false;
    }

    record Own(String part, @Nullable Who principal) {}

    /** The part on which somebody may decide now; null for none. */
    @Nullable
    Own own(Who who, ModelRequest request) {
        if (!request.state.equals("IN_REVIEW") || !request.isFree(who)) {
            return null;
        }
        var left = left(request);
        var free = people.all().stream().filter(request::isFree).toList();
        for (var hat : hats(who)) {
            for (var part : waiting(request)) {
                if (request.isFree(hat) && holds(hat, part)) {
                    var others = left.stream().filter(one -> !one.equals(part)).toList();
                    var rest = free.stream()
                            .filter(one -> !one.equals(who) && !one.equals(hat))
                            .toList();
                    if (covers(others, rest) || !covers(left, free)) {
                        return new Own(part, hat.equals(who) ? null : hat);
                    }
                }
            }
        }
        return null;
    }

    List<Change> covered(ModelRequest request, String part) {
        var words = part.split(":", 2);
        return request.set.stream()
                .filter(change -> switch (words[0]) {
                    case "HEAD" ->
                        words[1].equals(request.author.body())
                                || request.rows.get(change.place()).heads().contains(words[1]);
                    case "CURATOR" ->
                        request.rows.get(change.place()).curators().contains(words[1]);
                    default -> true;
                })
                .toList();
    }

    /** Decides with the same verdict on the whole part, or, for null, change by change. */
    void decide(Who who, long number, boolean isSeen, String remark, @Nullable String all, List<Aside> items) {
        requireRole(who, "OFFICIAL", "HEAD", "ECONOMY", "CURATOR", "AKIM_OFFICE");
        require(all == null || !remark.isBlank(), "REASON_MISSING");
        var request = seen(who, number);
        require(request.state.equals("IN_REVIEW"), "NOT_IN_REVIEW");
        require(!request.involves(who), "OWN_REQUEST");
        require(!request.hasDecided(who), "ALREADY_DECIDED");
        var own = own(who, request);
        require(own != null, "NOT_YOUR_STEP");
        require(isSeen, "CONTENT_CHANGED");
        var covered = covered(request, own.part());
        var asked = all == null
                ? items
                : covered.stream()
                        .map(change -> new Aside(change, all, "", null))
                        .toList();
        for (var item : asked) {
            require(covered.contains(item.change()), "NOT_YOUR_PART");
            require(!item.reason().isBlank() || !remark.isBlank(), "REASON_MISSING");
            require(item.suggestion() == null || isSensible(item), "SUGGESTION_WRONG");
        }
        decide(who, request, own, remark, asked, covered);
    }

    private static boolean isSensible(Aside item) {
        return item.verdict().equals("RETURNED")
                && item.change().is('E')
                && !Objects.equals(item.suggestion(), item.change().value());
    }

    private void decide(
            Who who, ModelRequest request, Own own, String remark, List<Aside> asked, List<Change> covered) {
        var verdict = asked.size() < covered.size()
                ? "APPROVED"
                : asked.stream().anyMatch(item -> item.verdict().equals("RETURNED")) ? "RETURNED" : "REJECTED";
        var words = remark.isBlank() && !asked.isEmpty() ? asked.getFirst().reason() : remark;
        var gone = withWhatHangsOnIt(request, asked, covered, words);
        var places = gone.stream().map(item -> item.change().place()).toList();
        var standing = request.set.stream()
                .filter(change -> !places.contains(change.place()))
                .toList();
        var returned =
                gone.stream().filter(item -> item.verdict().equals("RETURNED")).toList();
        request.decisions.add(
                new Decided(request.round, own.part(), who, own.principal(), verdict, request.content(), gone.size()));
        gone.forEach(item ->
                request.asideGoals.add(request.rows.get(item.change().place()).goal()));
        if (standing.isEmpty()) {
            end(request, returned);
            return;
        }
        if (!returned.isEmpty()) {
            splitOff(request, returned);
        }
        places.forEach(request.rows::remove);
        request.set = new ArrayList<>(standing);
        request.stage = next(request);
        if (request.stage == request.steps.size()) {
            require(plan().stale(request.set).isEmpty(), "STALE");
            nextPlan = plan().with(request.set);
            require(nextPlan.faults(request.set).isEmpty(), "INVALID");
            request.state = "APPROVED";
            appliedNow = request.number;
        }
    }

    private List<Aside> withWhatHangsOnIt(ModelRequest request, List<Aside> asked, List<Change> covered, String words) {
        var gone = new ArrayList<>(asked);
        var before = faults(request.set);
        while (!gone.isEmpty()) {
            var standing = request.set.stream()
                    .filter(change -> gone.stream()
                            .noneMatch(item -> item.change().place().equals(change.place())))
                    .toList();
            var broken = new HashSet<String>();
            for (var fault : faults(standing)) {
                if (!before.contains(fault)) {
                    broken.add(fault.split(" ")[0]);
                }
            }
            var hanging = standing.stream()
                    .filter(change -> broken.contains(change.id()))
                    .toList();
            if (hanging.isEmpty()) {
                return gone;
            }
            require(hanging.stream().noneMatch(covered::contains), "INVALID");
            hanging.forEach(change -> gone.add(new Aside(change, "RETURNED", words, null)));
        }
        return gone;
    }

    private Set<String> faults(List<Change> set) {
        var fresh = plan().fresh(set);
        return plan().with(fresh).faults(fresh);
    }

    private void end(ModelRequest request, List<Aside> returned) {
        if (returned.isEmpty()) {
            request.state = "REJECTED";
            return;
        }
        request.state = "RETURNED";
        var places = returned.stream().map(item -> item.change().place()).toList();
        request.set = new ArrayList<>(request.set.stream()
                .filter(change -> places.contains(change.place()))
                .toList());
        request.rows.keySet().retainAll(places);
        remark(request, returned);
    }

    private static void remark(ModelRequest request, List<Aside> returned) {
        returned.forEach(item -> request.rows.computeIfPresent(
                item.change().place(), (_, row) -> row.remarked(!item.reason().isEmpty(), item.suggestion())));
    }

    private void splitOff(ModelRequest request, List<Aside> returned) {
        var part = new ModelRequest(request.author);
        part.number = -1;
        part.writer = request.writer;
        part.hands = new HashSet<>(request.hands);
        part.origin = request.number;
        part.title = request.title;
        part.justification = request.justification;
        part.state = "RETURNED";
        part.set = new ArrayList<>(returned.stream().map(Aside::change).toList());
        born = part;
        bornRemarks = returned;
    }

    private List<Aside> bornRemarks = List.of();

    /** Tells the number of the request that the operation has made. */
    void name(long number) {
        var part = Objects.requireNonNull(born);
        part.number = number;
        keepRows(part);
        if (part.origin != null) {
            remark(part, bornRemarks);
        }
    }

    // Posts

    Standing name(Who who, Who holder, Who substitute) {
        require(who.is("ADMIN") || who.equals(holder), "NOT_YOURS");
        var decides = holder.isAny("HEAD", "ECONOMY", "CURATOR", "AKIM_OFFICE");
        var near = holder.body() != null && holder.body().equals(substitute.body())
                || holder.post().equals(substitute.post())
                || substitute.is("AKIM_OFFICE");
        require(decides && near && !holder.equals(substitute) && takesPart(substitute), "NOT_A_SUBSTITUTE");
        require(
                standings.stream().noneMatch(standing -> !standing.ended && standing.holder.equals(holder)),
                "PERIOD_TAKEN");
        return new Standing(holder, substitute);
    }

    void end(Who who, Standing standing) {
        require(who.is("ADMIN") || who.equals(standing.holder), "NOT_YOURS");
    }

    void handOver(Who who, Who leaver, Who successor) {
        requireRole(who, "HEAD", "ADMIN");
        var may = who.is("ADMIN") || who.is("HEAD") && Objects.equals(who.body(), successor.body());
        require(may && successor.body() != null && isWriter(successor), "NOT_A_SUCCESSOR");
        require(!successor.equals(leaver) && successor.body().equals(leaver.body()), "NOT_A_SUCCESSOR");
        var open = requests.values().stream()
                .filter(request -> request.writer.equals(leaver) && !request.isFinal())
                .map(request -> request.number)
                .toList();
        require(!open.isEmpty(), "NOT_A_SUCCESSOR");
        open.forEach(number -> copy(number).writer = successor);
    }

    void afterHandOver(Who leaver) {
        standings.stream()
                .filter(standing -> standing.holder.equals(leaver))
                .forEach(standing -> standing.ended = true);
    }

    void route(Who who, String risk, List<String> steps) {
        requireRole(who, "ADMIN");
        require(!steps.isEmpty(), "ROUTE_EMPTY");
        require(steps.stream().distinct().count() == steps.size(), "ROUTE_TWICE");
    }

    /** Every request that is under review and nobody can decide on; there must never be one. */
    List<Long> stuck() {
        var stuck = new ArrayList<Long>();
        forEachUnderReview(request -> {
            if (people.all().stream().allMatch(who -> own(who, request) == null)) {
                stuck.add(request.number);
            }
        });
        return stuck;
    }

    void forEachUnderReview(Consumer<ModelRequest> work) {
        requests.values().stream()
                .filter(request -> request.state.equals("IN_REVIEW"))
                .forEach(work);
    }
}
