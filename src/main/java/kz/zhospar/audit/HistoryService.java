package kz.zhospar.audit;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.zhospar.audit.internal.AuditTables;
import kz.zhospar.audit.internal.HistoryAccess;
import kz.zhospar.audit.internal.LogTables;
import kz.zhospar.audit.internal.RequestGrounds;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestService;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.revision.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what, when, why and on whose authority; for each as far as his duties go. */
@Service
@Transactional(readOnly = true)
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
public class HistoryService {

    /** How many revisions of an item are looked at in one statement. */
    private static final int AT_ONCE = 500;

    private final AuditTables tables;
    private final Revisions revisions;
    private final RequestService requests;
    private final PlanService plans;
    private final PlanArchive archive;
    private final HistoryAccess access;
    private final LogTables log;
    private final RequestGrounds grounds;
    private final Readings readings;
    private final CurrentPerson person;

    HistoryService(
            AuditTables tables,
            Revisions revisions,
            RequestService requests,
            PlanService plans,
            PlanArchive archive,
            HistoryAccess access,
            LogTables log,
            RequestGrounds grounds,
            Readings readings,
            CurrentPerson person) {
        this.tables = tables;
        this.revisions = revisions;
        this.requests = requests;
        this.plans = plans;
        this.archive = archive;
        this.access = access;
        this.log = log;
        this.grounds = grounds;
        this.readings = readings;
        this.person = person;
    }

    /** The approved plan, in whose words a history is told. */
    public PlanSnapshot plan() {
        return plans.current();
    }

    /** Whether the person may ask for the history of an item. */
    public boolean mayRead(ItemRef ref) {
        return access.mayRead(person.require(), placeOf(ref), plans.current().tree());
    }

    /** What has been removed is read by those who answer for the goal that it was in last. */
    private ItemRef placeOf(ItemRef ref) {
        return plans.current().find(ref).isPresent() || mayReadEverything()
                ? ref
                : tables.lastRemoval(ref)
                        .flatMap(archive::before)
                        .flatMap(plan -> plan.tree().goalOf(ref))
                        .map(Goal::ref)
                        .orElse(ref);
    }

    /**
     * The history of one item, the newest first; of a goal, that of everything that belongs or belonged to it.
     *
     * @throws AccessDeniedException when it is not the person's to read
     */
    public List<HistoryEntry> of(ItemRef ref) {
        requireReadable(ref);
        readings.note(Reading.history(ref));
        return entries(tables.changesOf(ref.type() == ItemType.GOAL ? partsOf(ref) : List.of(ref)));
    }

    /** The history of one value, the newest first. */
    public List<HistoryEntry> of(ItemRef ref, Field field) {
        return of(ref).stream()
                .map(entry -> only(entry, field))
                .filter(entry -> !entry.changes().isEmpty())
                .toList();
    }

    /** Whether the log shows the person everything, rather than what concerns his own body or goals. */
    public boolean mayReadEverything() {
        return person.require().readsEverything();
    }

    /** Whether the person takes evidence along. */
    public boolean mayTakeEvidence() {
        return person.require().is(Role.AUDITOR);
    }

    /** The newest revisions that a filter lets through, at most {@code limit} of them. */
    public List<RevisionRecord> log(RevisionFilter filter, int limit) {
        return revisions.find(access.restrict(person.require(), filter, this::ownRequests), limit);
    }

    /**
     * The same, with what each revision touched. What the rows say is not read for it.
     *
     * @param object only revisions that touched the item, or what belongs to it, or served a request about it
     */
    public List<LogEntry> entries(RevisionFilter filter, @Nullable ItemRef object, int limit) {
        var found = object == null ? log(filter, limit) : logOf(object, filter, limit);
        var touched = log.touched(found.stream().map(RevisionRecord::number).toList());
        return found.stream()
                .map(revision -> new LogEntry(revision, touched.getOrDefault(revision.number(), Map.of())))
                .toList();
    }

    /** An item's own revisions are few beside all: the filter is applied to them, a bounded number at a time. */
    private List<RevisionRecord> logOf(ItemRef object, RevisionFilter filter, int limit) {
        var items = (object.type() == ItemType.GOAL ? partsOf(object) : List.of(object))
                .stream().map(ItemRef::id).collect(Collectors.toSet());
        var found = new ArrayList<RevisionRecord>();
        var before = Objects.requireNonNullElse(filter.before(), Long.MAX_VALUE);
        while (found.size() < limit) {
            var numbers = log.revisionsOf(items, before, AT_ONCE);
            if (!numbers.isEmpty()) {
                found.addAll(log(filter.among(numbers), limit - found.size()));
                before = numbers.getLast();
            }
            if (numbers.size() < AT_ONCE) {
                break;
            }
        }
        return found;
    }

    /** One revision of the log with what it changed in the plan. */
    public HistoryEntry revision(long number) {
        var found = log(RevisionFilter.NONE.among(List.of(number)), 1).stream()
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("No such revision: " + number));
        readings.note(Reading.revision(number));
        var changes = switch (found.kind()) {
            case APPLY ->
                PlanDiff.between(
                        archive.before(number).orElseThrow(),
                        archive.atRevision(number).orElseThrow());
            default -> List.<Change>of();
        };
        return new HistoryEntry(
                found,
                changes,
                decisions(List.of(found)).getOrDefault(found.request(), List.of()),
                grounds.grounds(List.of(number)).get(number),
                grounds.facts(changes));
    }

    private List<Long> ownRequests() {
        return requests.numbers();
    }

    private Collection<ItemRef> partsOf(ItemRef goal) {
        var parts = new HashSet<>(requests.everTouched(goal));
        plans.current().tree().goalOf(goal).ifPresent(found -> found.items().forEach(parts::add));
        return parts;
    }

    private List<HistoryEntry> entries(Map<Long, List<Change>> changes) {
        var found = changes.keySet().stream()
                .map(number -> revisions.find(number).orElseThrow())
                .toList();
        var decisions = decisions(found);
        var grounded = grounds.grounds(changes.keySet());
        var facts = grounds.facts(
                changes.values().stream().flatMap(Collection::stream).toList());
        var entries = new ArrayList<HistoryEntry>();
        for (var revision : found.reversed()) {
            entries.add(new HistoryEntry(
                    revision,
                    changes.get(revision.number()),
                    revision.request() == null ? List.of() : decisions.getOrDefault(revision.request(), List.of()),
                    grounded.get(revision.number()),
                    facts.stream()
                            .filter(fact -> isAbout(fact, changes.get(revision.number())))
                            .toList()));
        }
        return entries;
    }

    private Map<Long, List<DecisionRecord>> decisions(List<RevisionRecord> found) {
        return requests.decisions(found.stream()
                .map(RevisionRecord::request)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** What an entry says of one field; an item that came or went says it of all its fields. */
    private static HistoryEntry only(HistoryEntry entry, Field field) {
        var changes = entry.changes().stream()
                .filter(change -> switch (change) {
                    case Change.Edit edit -> edit.field().equals(field);
                    case Change.Add add -> add.item().value(field).isPresent();
                    case Change.Remove remove -> remove.base().value(field).isPresent();
                })
                .toList();
        return new HistoryEntry(
                entry.revision(),
                changes,
                entry.decisions(),
                entry.grounds(),
                entry.facts().stream().filter(fact -> isAbout(fact, changes)).toList());
    }

    private static boolean isAbout(FactTiming fact, List<Change> changes) {
        var target = Field.of(Attribute.TARGET, fact.year());
        return changes.stream()
                .anyMatch(change -> change.ref().equals(fact.row()) && target.equals(change.fieldOrNull()));
    }

    private void requireReadable(ItemRef ref) {
        if (!mayRead(ref)) {
            throw new AccessDeniedException("The history of " + ref + " is not yours to read");
        }
    }
}
