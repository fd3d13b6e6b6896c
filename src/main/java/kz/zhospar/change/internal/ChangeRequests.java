package kz.zhospar.change.internal;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.zhospar.change.RequestState;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChangeRequests extends Repository<ChangeRequest, UUID> {

    ChangeRequest save(ChangeRequest request);

    Optional<ChangeRequest> findByNumber(long number);

    List<ChangeRequest> findByNumberIn(Collection<Long> numbers);

    /** Waits for whoever is writing or deciding on the request, and reads it as he left it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ChangeRequest r where r.number = :number")
    Optional<ChangeRequest> lockByNumber(long number);

    List<ChangeRequest> findByStateOrderByNumber(RequestState state);

    /** What an account writes for a body and has not been ended; waits for whoever is deciding on it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select r from ChangeRequest r
            where r.writer.account = :account and r.writer.body = :body and r.state not in (APPROVED, REJECTED)
            order by r.number
            """)
    List<ChangeRequest> lockWrittenBy(String account, String body);

    List<ChangeRequest> findByStateInOrderByNumber(Collection<RequestState> states);

    /** Lets one transaction after the other through, on every node, until it ends. */
    @NativeQuery("select cast(pg_advisory_xact_lock(hashtext('change_request/submission')) as text)")
    String waitForOtherSubmissions();

    @NativeQuery("select nextval('change_request_number')")
    long nextNumber();

    /** What an official or a head may read: the requests of the own body. */
    @Query("select r from ChangeRequest r where r.author.body = :body order by r.editedAt desc")
    List<ChangeRequest> ofBody(String body);

    /** What a curator may read: what touches his goals, once it has been submitted. */
    @Query("""
            select r from ChangeRequest r
            where r.submittedAt is not null
              and (exists (select 1 from ProposedChange c where c.requestId = r.id and c.change.goalId in :goals)
                or exists (select 1 from DecisionItem i where i.requestId = r.id and i.change.goalId in :goals))
            order by r.editedAt desc
            """)
    List<ChangeRequest> ofGoals(Collection<UUID> goals);

    /** What the head of a body has to decide on, or has decided, because the body leads a row that others change. */
    @Query("""
            select r from ChangeRequest r
            where r.submittedAt is not null
              and (exists (select 1 from ProposedChange c
                    where c.requestId = r.id and locate(concat(',', :body, ','), concat(',', c.heads, ',')) > 0)
                or exists (select 1 from Decision d
                    where d.requestId = r.id and d.step = HEAD and d.office = :body))
            """)
    List<ChangeRequest> ofLeader(String body);

    /** What a curator has to decide on, or has decided, also where he does not oversee the goal any more or not yet. */
    @Query("""
            select r from ChangeRequest r
            where r.submittedAt is not null
              and (exists (select 1 from ProposedChange c
                    where c.requestId = r.id and locate(concat(',', :curator, ','), concat(',', c.curators, ',')) > 0)
                or exists (select 1 from Decision d
                    where d.requestId = r.id and d.step = CURATOR and d.office = :curator))
            """)
    List<ChangeRequest> ofCurator(String curator);

    @Query("select r from ChangeRequest r order by r.editedAt desc")
    List<ChangeRequest> everything();
}
