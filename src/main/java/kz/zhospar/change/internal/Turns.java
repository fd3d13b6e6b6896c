package kz.zhospar.change.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.zhospar.calendar.WorkingDays;
import kz.zhospar.change.Part;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.change.Turn;
import kz.zhospar.common.Formats;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn it is: which offices have a part in a step, who holds them, and which of them have decided. */
@Component
public class Turns {

    /**
     * The part on which a person may decide now.
     *
     * @param principal whom he stands in for; null when he decides for himself
     */
    public record Own(Part part, @Nullable Person principal) {}

    private final ChangeAccess access;
    private final People people;
    private final WorkingDays days;
    private final Clock clock;

    Turns(ChangeAccess access, People people, WorkingDays days, Clock clock) {
        this.access = access;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    /** The parts that a step has for what is proposed; the author's body comes first. */
    List<Part> parts(StoredRequest loaded, Step step) {
        return switch (step) {
            case HEAD -> {
                var author = loaded.request().author().body();
                var others = Offices.all(
                        loaded.rows().stream().map(row -> row.offices().heads()));
                yield Stream.concat(Stream.ofNullable(author), others.stream())
                        .distinct()
                        .map(body -> new Part(step, body))
                        .toList();
            }
            case CURATOR ->
                Offices.all(loaded.rows().stream().map(row -> row.offices().curators())).stream()
                        .map(curator -> new Part(step, curator))
                        .toList();
            case ECONOMY, AKIM_OFFICE -> List.of(new Part(step, null));
        };
    }

    /** Those of the changes on which a part has a say. */
    public List<Change> covered(StoredRequest loaded, Part part) {
        return loaded.rows().stream()
                .filter(row -> switch (part.step()) {
                    case HEAD ->
                        isAuthors(loaded, part) || row.offices().heads().contains(part.office());
                    case CURATOR -> row.offices().curators().contains(part.office());
                    case ECONOMY, AKIM_OFFICE -> true;
                })
                .map(ProposedChange::change)
                .toList();
    }

    private static boolean isAuthors(StoredRequest loaded, Part part) {
        return part.office() != null
                && part.office().equals(loaded.request().author().body());
    }

    /** Whether the submission of the author's own head stands for the part. */
    boolean isOwn(StoredRequest loaded, Part part) {
        return part.step() == Step.HEAD
                && isAuthors(loaded, part)
                && loaded.request().isSubmittedByHead();
    }

    /** The decision on a part in the running round. */
    Optional<Decision> decided(StoredRequest loaded, Part part) {
        return loaded.decisionsOfRound()
                .filter(decision -> decision.step() == part.step()
                        && (part.office() == null || part.office().equals(decision.office())))
                .findFirst();
    }

    /** The parts of a step that have still to decide. */
    List<Part> waiting(StoredRequest loaded, Step step) {
        return parts(loaded, step).stream()
                .filter(part -> !isOwn(loaded, part) && decided(loaded, part).isEmpty())
                .toList();
    }

    /** Whose turn it is; null when nobody has to decide. */
    @Nullable
    Turn turn(StoredRequest loaded) {
        var step = loaded.request().currentStep();
        if (step == null) {
            return null;
        }
        var due = loaded.request().stageDue();
        return new Turn(step, waiting(loaded, step), due, due == null ? 0 : daysLeft(due));
    }

    /** Working days to a day: 0 on it and for the free days after it, negative from the next working day on. */
    private int daysLeft(LocalDate due) {
        return days.between(today(), due);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    /** The first stage from the given one on that somebody has to decide; the number of stages when there is none. */
    int next(StoredRequest loaded, int from) {
        var stages = loaded.request().stages();
        int next = from;
        while (next < stages.size() && waiting(loaded, stages.get(next).step()).isEmpty()) {
            next++;
        }
        return next;
    }

    LocalDate due(RouteStage stage) {
        return days.after(today(), stage.days());
    }

    /** Those of the requests on which the person may decide now. */
    public List<StoredRequest> awaiting(Person person, List<StoredRequest> requests) {
        var hats = access.hats(person).toList();
        return requests.stream()
                .filter(loaded -> own(person, hats, loaded).isPresent())
                .toList();
    }

    /** The part on which the person may decide now, for himself or for somebody for whom he stands in. */
    public Optional<Own> own(Person person, StoredRequest loaded) {
        return own(person, access.hats(person).toList(), loaded);
    }

    private Optional<Own> own(Person person, List<Person> hats, StoredRequest loaded) {
        var step = loaded.request().currentStep();
        if (step == null || !isFree(person.account(), loaded)) {
            return Optional.empty();
        }
        var waiting = waiting(loaded, step);
        return hats.stream()
                .filter(hat -> isFree(hat.account(), loaded))
                .flatMap(hat -> waiting.stream()
                        .filter(part -> access.holds(hat, part))
                        .map(part -> new Own(part, hat.account().equals(person.account()) ? null : hat)))
                .filter(own -> leavesOthers(loaded, person, own))
                .findFirst();
    }

    /**
     * Whether all other parts can still be decided once the person has taken this one. Somebody with two posts, or who
     * stands in for a colleague, keeps himself for the part for which there is nobody else.
     */
    private boolean leavesOthers(StoredRequest loaded, Person person, Own own) {
        var left = left(loaded);
        var others = left.stream().filter(part -> !part.equals(own.part())).toList();
        var signers =
                Stream.of(person, own.principal()).filter(Objects::nonNull).toList();
        if (others.stream().noneMatch(part -> signers.stream().anyMatch(one -> access.holds(one, part)))) {
            return true;
        }
        var free = free(loaded);
        return unmatched(others, without(free, signers)).isEmpty()
                || unmatched(left, free).isPresent();
    }

    /** The parts from the running stage on that have still to decide. */
    private List<Part> left(StoredRequest loaded) {
        return loaded.request().stages().stream()
                .skip(loaded.request().stage())
                .flatMap(stage -> waiting(loaded, stage.step()).stream())
                .toList();
    }

    private List<Person> free(StoredRequest loaded) {
        return people.all().stream()
                .filter(person -> isFree(person.account(), loaded))
                .toList();
    }

    private static List<Person> without(List<Person> people, List<Person> gone) {
        return people.stream()
                .filter(person -> gone.stream().noneMatch(one -> one.account().equals(person.account())))
                .toList();
    }

    /** Whether the account neither wrote nor submitted the request nor decided on this round of it already. */
    private static boolean isFree(String account, StoredRequest loaded) {
        return !loaded.request().involves(account) && !loaded.hasDecided(account);
    }

    /** Everybody whose turn it is, with those who stand in for them. */
    Set<String> deciders(StoredRequest loaded, List<Part> parts) {
        var accounts = new TreeSet<String>();
        people.all().stream()
                .filter(person -> parts.stream().anyMatch(part -> access.holds(person, part)))
                .forEach(holder -> {
                    accounts.add(holder.account());
                    access.substitutes(holder).forEach(accounts::add);
                });
        accounts.removeIf(account -> !isFree(account, loaded));
        return accounts;
    }

    /**
     * A part of the stages for which nobody is left, when each is to be decided by somebody else; empty when all can be
     * decided. Only the holders of the positions count: who stands in for them does so for a time.
     */
    Optional<Part> undecidable(StoredRequest loaded, List<RouteStage> stages) {
        var parts = stages.stream()
                .flatMap(stage -> parts(loaded, stage.step()).stream())
                .filter(part -> !isOwn(loaded, part))
                .toList();
        var candidates = people.all().stream()
                .filter(person -> !loaded.request().involves(person.account()))
                .toList();
        return unmatched(parts, candidates);
    }

    /** A part that is left over when each is given to somebody else; empty when there is somebody for all of them. */
    private Optional<Part> unmatched(List<Part> parts, List<Person> candidates) {
        Map<String, Part> taken = new HashMap<>();
        for (var part : parts) {
            if (!place(part, candidates, taken, new HashSet<>())) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** Finds somebody for a part, moving others to their other parts where that helps: a matching by augmenting paths. */
    private boolean place(Part part, List<Person> candidates, Map<String, Part> taken, Set<String> tried) {
        for (var person : candidates) {
            if (access.holds(person, part) && tried.add(person.account())) {
                var other = taken.get(person.account());
                if (other == null || place(other, candidates, taken, tried)) {
                    taken.put(person.account(), part);
                    return true;
                }
            }
        }
        return false;
    }
}
