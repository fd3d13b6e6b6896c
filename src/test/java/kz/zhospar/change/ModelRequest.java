package kz.zhospar.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.zhospar.change.ModelPeople.Who;
import org.jspecify.annotations.Nullable;

/** What the model knows of one request: plain fields. */
final class ModelRequest {

    /** What is kept beside a change; {@code value} is what it stated when it was written. */
    record Row(
            @Nullable String goal,
            Set<String> heads,
            Set<String> curators,
            boolean remarked,
            @Nullable String suggestion,
            @Nullable Object value) {

        Row remarked(boolean remarked, @Nullable String suggestion) {
            return new Row(goal, heads, curators, remarked, suggestion, value);
        }
    }

    /** A decision that was taken; {@code on} is the content, {@code record} what the application keeps of it. */
    record Decided(int round, String part, Who by, @Nullable Who principal, String verdict, String on, int items) {}

    long number;
    Who author;
    Who writer;

    /** Everybody who ever wrote on it. */
    Set<Who> hands = new HashSet<>();

    @Nullable
    Who submitter;

    String state = "DRAFT";
    int round = 1;
    String title = "";
    String justification = "";
    List<ModelPlan.Change> set = new ArrayList<>();
    Map<String, Row> rows = new HashMap<>();
    List<String> steps = List.of();
    int stage;
    List<Decided> decisions = new ArrayList<>();
    Set<String> asideGoals = new HashSet<>();

    @Nullable
    Long origin;

    ModelRequest(Who author) {
        this.author = author;
        this.writer = author;
    }

    ModelRequest copy() {
        var copy = new ModelRequest(author);
        copy.number = number;
        copy.writer = writer;
        copy.hands = new HashSet<>(hands);
        copy.submitter = submitter;
        copy.state = state;
        copy.round = round;
        copy.title = title;
        copy.justification = justification;
        copy.set = new ArrayList<>(set);
        copy.rows = new HashMap<>(rows);
        copy.steps = steps;
        copy.stage = stage;
        copy.decisions = new ArrayList<>(decisions);
        copy.asideGoals = new HashSet<>(asideGoals);
        copy.origin = origin;
        return copy;
    }

    boolean isOpen() {
        return Set.of("DRAFT", "RETURNED", "WITHDRAWN").contains(state);
    }

    boolean isFinal() {
        return Set.of("APPROVED", "REJECTED").contains(state);
    }

    /** Writing begins the next round when there has been one. */
    void write() {
        hands.add(writer);
        if (!state.equals("DRAFT")) {
            state = "DRAFT";
            round += submitter == null ? 0 : 1;
        }
    }

    Map<String, Map<String, String>> added() {
        var added = new LinkedHashMap<String, Map<String, String>>();
        set.stream().filter(change -> change.is('A')).forEach(change -> added.put(change.id(), change.item()));
        return added;
    }

    boolean adds(String id) {
        return set.stream().anyMatch(change -> change.is('A') && change.id().equals(id));
    }

    boolean removes(String id) {
        return set.stream().anyMatch(change -> change.is('R') && change.id().equals(id));
    }

    Stream<Decided> ofRound() {
        return decisions.stream().filter(decision -> decision.round() == round);
    }

    boolean hasDecided(Who who) {
        return ofRound().anyMatch(decision -> decision.by().equals(who) || who.equals(decision.principal()));
    }

    boolean involves(Who who) {
        return who.equals(author) || hands.contains(who) || who.equals(submitter);
    }

    boolean isFree(Who who) {
        return !involves(who) && !hasDecided(who);
    }

    /** Everything that a decision is bound to, as words. */
    String content() {
        var lines = new ArrayList<String>();
        set.forEach(change -> lines.add(
                change.place() + " " + change.kind() + " " + words(change.base()) + " → " + words(change.value())));
        lines.sort(null);
        return title + "\n" + justification + "\n" + String.join("\n", lines);
    }

    private static String words(@Nullable Object value) {
        return value instanceof Map<?, ?> item ? new TreeMap<>(item).toString() : String.valueOf(value);
    }
}
