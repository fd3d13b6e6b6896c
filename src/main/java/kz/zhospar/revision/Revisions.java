package kz.zhospar.revision;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.zhospar.identity.CurrentPerson;
import org.springframework.stereotype.Repository;

/** The revisions that have been committed. */
@Repository
public class Revisions {

    private static final String OF_PLAN = "select r from Revision r where r.kind in (LOAD, APPLY) ";
    private static final String LAST_FIRST = " order by r.number desc";
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final CurrentPerson people;
    private final Clock clock;

    Revisions(EntityManager entities, CurrentPerson people, Clock clock) {
        this.entities = entities;
        this.people = people;
        this.clock = clock;
    }

    /** Writes a revision that is all there is to keep: no audited row belongs to it. */
    public RevisionRecord write(RevisionNote note) {
        var revision = new Revision(note, clock.instant());
        people.find().ifPresent(revision::record);
        entities.persist(revision);
        return revision.toRecord();
    }

    public Optional<RevisionRecord> find(long number) {
        return Optional.ofNullable(entities.find(Revision.class, number)).map(Revision::toRecord);
    }

    /** Whether an account has made a revision of a kind with these very words since an instant. */
    public boolean hasMade(String account, RevisionKind kind, String reason, Instant since) {
        return !entities.createQuery(
                        "select r.number from Revision r where r.account = :account and r.kind = :kind"
                                + " and r.reason = :reason and r.at > :since",
                        Long.class)
                .setParameter("account", account)
                .setParameter("kind", kind)
                .setParameter("reason", reason)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether an account has been noted as reading a request since an instant, in whichever words. */
    public boolean hasRead(String account, long request, Instant since) {
        return !entities.createQuery(
                        "select r.number from Revision r where r.request = :request and r.account = :account"
                                + " and r.kind = READING and r.at > :since",
                        Long.class)
                .setParameter("request", request)
                .setParameter("account", account)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The revision that the running transaction has written, which it does as it commits; empty until then. */
    public Optional<RevisionRecord> written() {
        return RevisionNote.written().map(Revision::toRecord);
    }

    /** The last revision that changed the plan. */
    public Optional<RevisionRecord> lastOfPlan() {
        return lastOfPlanUpTo(Long.MAX_VALUE);
    }

    /** The last revision up to a number that changed the plan. */
    public Optional<RevisionRecord> lastOfPlanUpTo(long number) {
        return first(entities.createQuery(OF_PLAN + "and r.number <= :number" + LAST_FIRST, Revision.class)
                .setParameter("number", number));
    }

    /**
     * The last revision that changed the plan at or before an instant. The numbers tell the order; the clocks of nodes
     * may differ a little, so that a later revision may state an earlier instant.
     */
    public Optional<RevisionRecord> lastOfPlanAt(Instant instant) {
        return latestOfPlanAt(instant)
                .flatMap(latest -> first(entities.createQuery(
                                OF_PLAN + "and r.at between :from and :instant" + LAST_FIRST, Revision.class)
                        .setParameter("from", latest.minus(CLOCKS_DIFFER_BY))
                        .setParameter("instant", instant)));
    }

    /** Both questions are answered by an index, however many revisions there are before and after. */
    private Optional<Instant> latestOfPlanAt(Instant instant) {
        return entities.createQuery(
                        "select r.at from Revision r where r.kind in (LOAD, APPLY) and r.at <= :instant"
                                + " order by r.at desc",
                        Instant.class)
                .setParameter("instant", instant)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The last revisions that changed the plan, the newest first. */
    public List<RevisionRecord> lastOfPlan(int limit) {
        return entities.createQuery(OF_PLAN + LAST_FIRST, Revision.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(Revision::toRecord)
                .toList();
    }

    /** The revision with which the plan began. */
    public Optional<RevisionRecord> firstOfPlan() {
        return first(entities.createQuery(OF_PLAN + " order by r.number", Revision.class));
    }

    /** Those of the numbers that are revisions, in one statement. */
    public List<RevisionRecord> find(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from Revision r where r.number in :numbers order by r.number", Revision.class)
                        .setParameter("numbers", numbers)
                        .getResultStream()
                        .map(Revision::toRecord)
                        .toList();
    }

    /** The newest revisions that a filter lets through, at most {@code limit} of them. */
    public List<RevisionRecord> find(RevisionFilter filter, int limit) {
        var query = entities.createQuery(
                "select r from Revision r where " + filter.condition() + LAST_FIRST, Revision.class);
        filter.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit)
                .getResultStream()
                .map(Revision::toRecord)
                .toList();
    }

    private static Optional<RevisionRecord> first(TypedQuery<Revision> query) {
        return query.setMaxResults(1).getResultStream().findFirst().map(Revision::toRecord);
    }
}
