package kz.zhospar.change.internal;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.zhospar.change.RequestState;
import kz.zhospar.identity.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
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

    long countByState(RequestState state);

    /** What an account writes for a body and has not been ended; waits for whoever is deciding on it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select r from ChangeRequest r
            where r.writer.account = :account and r.writer.body = :body and r.state not in (APPROVED, REJECTED)
            order by r.number
            """)
    List<ChangeRequest> lockWrittenBy(String account, String body);

    List<ChangeRequest> findByStateInOrderByNumber(Collection<RequestState> states);

    /** Who writes each request that has not been ended, for one body or for all. */
    @Query("""
            select r.writer from ChangeRequest r
            where r.state not in (APPROVED, REJECTED) and r.writer.body is not null
              and (:all = true or r.writer.body = :body)
            order by r.number
            """)
    List<Signature> openWriters(boolean all, @Nullable String body);

    /** Lets one transaction after the other through, on every node, until it ends. */
    @NativeQuery("select cast(pg_advisory_xact_lock(hashtext('change_request/submission')) as text)")
    String waitForOtherSubmissions();

    @NativeQuery("select nextval('change_request_number')")
    long nextNumber();

    /** The rights to a row, as {@link Sight} states them. */
    String VISIBLE = """
            (:#{#sight.everything()} = true
              or r.writer.account in :#{#sight.accounts()}
              or r.author.body in :#{#sight.bodies()}
              or r.submittedAt is not null
                and (exists (select 1 from ProposedChange c
                             where c.requestId = r.id and c.change.goalId in :#{#sight.goals()})
                  or exists (select 1 from DecisionItem i
                             where i.requestId = r.id and i.change.goalId in :#{#sight.goals()})
                  or exists (select 1 from ProposedChange c
                             where c.requestId = r.id
                               and (function('regexp_like', c.heads, :#{#sight.leadsPattern()}) = true
                                 or function('regexp_like', c.curators, :#{#sight.curatorsPattern()}) = true))
                  or exists (select 1 from Decision d
                             where d.requestId = r.id
                               and (d.step = HEAD and d.office in :#{#sight.leads()}
                                 or d.step = CURATOR and d.office in :#{#sight.curators()}))))
            """;

    /**
     * What a person may see of what he asks for, the last edited first.
     *
     * @param writer the account that writes it; empty for any
     * @param body of the author; empty for any
     * @param text a pattern in lower case
     */
    @Query("select r from ChangeRequest r where " + VISIBLE + """
             and (:writer = '' or r.writer.account = :writer)
             and r.state in :states
             and (:body = '' or r.author.body = :body)
             and (lower(r.title) like :text escape '\\' or lower(r.author.name) like :text escape '\\'
               or cast(r.number as string) like :text escape '\\')
             order by r.editedAt desc, r.number desc
            """)
    Page<ChangeRequest> page(
            Sight sight, String writer, Collection<RequestState> states, String body, String text, Pageable page);

    /** What is under review, as far as the person may see it. */
    @Query("select r from ChangeRequest r where r.state = IN_REVIEW and " + VISIBLE + " order by r.number")
    List<ChangeRequest> inReview(Sight sight);

    @Query("select r.number from ChangeRequest r where " + VISIBLE)
    List<Long> numbers(Sight sight);

    @Query("select r.number from ChangeRequest r where r.number in :numbers and " + VISIBLE)
    Set<Long> visible(Sight sight, Collection<Long> numbers);

    @Query("select distinct r.author.body from ChangeRequest r where r.author.body is not null and " + VISIBLE)
    Set<String> bodies(Sight sight);

    @Query(
            "select r from ChangeRequest r where r.writer.account = :account and r.state in :states order by r.editedAt desc")
    List<ChangeRequest> own(String account, Collection<RequestState> states);
}
