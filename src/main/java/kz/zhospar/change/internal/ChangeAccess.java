package kz.zhospar.change.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.change.Part;
import kz.zhospar.common.Formats;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanTree;
import org.springframework.stereotype.Component;

/** Who may do what with which request: the only place where that is decided. */
@Component
public class ChangeAccess {

    /** What keeps the plan in one piece and is not a department's to change. */
    private static final Set<Attribute> FIXED = Set.of(
            Attribute.PARENT, Attribute.CODE, Attribute.FUNDING_SOURCE, Attribute.TERM_KIND, Attribute.BODY_KIND);

    private static final Set<ItemType> PROPOSABLE =
            Set.of(ItemType.INDICATOR, ItemType.SERIES, ItemType.ACTION, ItemType.FUNDING);
    private static final Set<Role> PARTICIPANTS =
            Set.of(Role.OFFICIAL, Role.HEAD, Role.ECONOMY, Role.CURATOR, Role.AKIM_OFFICE);

    private final People people;
    private final Substitutions substitutions;
    private final Clock clock;

    ChangeAccess(People people, Substitutions substitutions, Clock clock) {
        this.people = people;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    /** The person, and whoever he stands in for today. */
    public Stream<Person> hats(Person person) {
        return maySubstitute(person) ? hats(person, running()) : Stream.of(person);
    }

    private Stream<Person> hats(Person person, Collection<Substitution> running) {
        var principals = running.stream()
                .filter(substitution -> substitution.substitute().isOf(person))
                .flatMap(substitution -> people.byAccount(substitution.holder().account()).stream());
        return Stream.concat(Stream.of(person), principals);
    }

    /** The accounts of those who stand in for the person today. */
    Stream<String> substitutes(Person holder) {
        return running().stream()
                .filter(substitution -> substitution.holder().isOf(holder))
                .map(substitution -> substitution.substitute().account());
    }

    private List<Substitution> running() {
        return substitutions.runningOn(LocalDate.ofInstant(clock.instant(), Formats.ZONE));
    }

    /** Whether the person may decide in somebody's stead: whoever takes part in the review, so no auditor. */
    public static boolean maySubstitute(Person person) {
        return PARTICIPANTS.stream().anyMatch(person::is) && !person.is(Role.AUDITOR) && !person.is(Role.ADMIN);
    }

    /** Whoever has to decide on a part of a request may read it, and goes on doing so once he has. */
    boolean mayRead(Person person, StoredRequest loaded, PlanTree plan) {
        return hats(person).anyMatch(hat -> reads(hat, loaded, plan));
    }

    /** Those of the people who may read the request. */
    List<Person> readers(Collection<Person> people, StoredRequest loaded, PlanTree plan) {
        var running = running();
        return people.stream()
                .filter(person -> hats(person, running).anyMatch(hat -> reads(hat, loaded, plan)))
                .toList();
    }

    private boolean reads(Person person, StoredRequest loaded, PlanTree plan) {
        var request = loaded.request();
        return person.readsEverything()
                || request.writer().isOf(person)
                || person.body() != null
                        && person.body().equals(request.author().body())
                        && (person.is(Role.OFFICIAL) || person.is(Role.HEAD))
                || request.submittedAt() != null
                        && (oversees(person, loaded.goals(), plan)
                                || loaded.concerned().anyMatch(part -> holds(person, part)));
    }

    /** What {@link #mayRead} lets a person see, for queries. */
    Sight sight(Person person, PlanTree plan) {
        return Sight.of(hats(person).toList(), curator -> overseen(curator, plan));
    }

    private boolean oversees(Person person, Set<UUID> goals, PlanTree plan) {
        return person.curator() != null
                && overseen(person.curator(), plan).stream().anyMatch(goals::contains);
    }

    /** The ids of the goals that a curator oversees. */
    public List<UUID> overseen(String curator, PlanTree plan) {
        return plan.goals()
                .filter(goal -> goal.isOverseenBy(curator))
                .map(goal -> goal.ref().id())
                .toList();
    }

    public boolean mayWrite(Person person, ChangeRequest request) {
        return person.isWriter() && request.writer().isOf(person);
    }

    /** Whether the person may go on in the stead of the colleague who writes it now. */
    public boolean mayTakeOver(Person person, ChangeRequest request) {
        return person.isWriter()
                && !request.state().isFinal()
                && !request.writer().isOf(person)
                && person.body() != null
                && person.body().equals(request.author().body());
    }

    /** Whether the item is the person's body's own, and the change one that a department may propose. */
    public boolean mayPropose(Person person, Change change, ChangeSet set, PlanTree plan) {
        if (person.body() == null || !person.isWriter()) {
            return false;
        }
        if (change instanceof Change.Edit edit && FIXED.contains(edit.field().attribute())) {
            return false;
        }
        return plan.body(person.body())
                .flatMap(body ->
                        goalOf(change, set, plan).filter(goal -> owns(body.ref().id(), change, set, goal)))
                .isPresent();
    }

    /** Those items of a goal that the person's body may propose to change; none when the goal is not its duty. */
    public Set<ItemRef> proposable(Person person, Goal goal, PlanTree plan) {
        if (person.body() == null || !person.isWriter()) {
            return Set.of();
        }
        return plan.body(person.body())
                .map(body -> goal.items()
                        .filter(ref -> owns(body.ref().id(), ref, goal))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static boolean owns(UUID body, Change change, ChangeSet set, Goal goal) {
        var isNew = set.adds(change.ref()) || change instanceof Change.Add;
        return isNew ? PROPOSABLE.contains(change.ref().type()) && goal.isDutyOf(body) : owns(body, change.ref(), goal);
    }

    private static boolean owns(UUID body, ItemRef ref, Goal goal) {
        return PROPOSABLE.contains(ref.type())
                && goal.isDutyOf(body)
                && switch (ref.type()) {
                    case INDICATOR ->
                        goal.indicators().stream()
                                .filter(indicator -> indicator.ref().equals(ref))
                                .flatMap(indicator -> indicator.series().stream())
                                .anyMatch(series -> series.isDutyOf(body));
                    case SERIES -> goal.series().anyMatch(series -> series.ref().equals(ref) && series.isDutyOf(body));
                    default -> true;
                };
    }

    /** The goal that a change belongs to; what is new is found through the parents that it was given. */
    public Optional<Goal> goalOf(Change change, ChangeSet set, PlanTree plan) {
        var added = set.changes().stream()
                .filter(Change.Add.class::isInstance)
                .map(Change.Add.class::cast)
                .collect(Collectors.toMap(add -> add.ref().id(), Change.Add::item));
        if (change instanceof Change.Add add) {
            added.put(add.ref().id(), add.item());
        }
        var id = change.ref().id();
        // Each is looked at once, so that what names itself as its parent ends too.
        while (added.containsKey(id)) {
            id = added.remove(id).get(Attribute.PARENT);
        }
        var found = id;
        return plan.goals()
                .filter(goal -> goal.items().anyMatch(ref -> ref.id().equals(found)))
                .findFirst();
    }

    /** Whether the person himself holds the office that has the part. */
    public boolean holds(Person person, Part part) {
        return switch (part.step()) {
            case HEAD -> person.is(Role.HEAD) && Objects.equals(part.office(), person.body());
            case ECONOMY -> person.is(Role.ECONOMY);
            case CURATOR -> person.is(Role.CURATOR) && Objects.equals(part.office(), person.curator());
            case AKIM_OFFICE -> person.is(Role.AKIM_OFFICE);
        };
    }
}
