package kz.zhospar.finding.internal;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.zhospar.finding.FindingState;
import kz.zhospar.finding.Severity;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Findings extends Repository<FindingEntity, UUID> {

    FindingEntity save(FindingEntity finding);

    Optional<FindingEntity> findByNumber(long number);

    /** Waits for whoever is moving it on, and reads it as he left it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from FindingEntity f where f.number = :number")
    Optional<FindingEntity> lockByNumber(long number);

    /** Those in some states, what is due first standing first; null lets every body and severity through. */
    @Query("select f from FindingEntity f where f.state in :states and (:body is null or f.body = :body)"
            + " and (:severity is null or f.severity = :severity) order by f.due, f.number")
    List<FindingEntity> find(Collection<FindingState> states, @Nullable String body, @Nullable Severity severity);

    /** Those on a revision; null lets every body through. */
    @Query("select f from FindingEntity f where f.revision = :revision and (:body is null or f.body = :body)"
            + " order by f.number")
    List<FindingEntity> onRevision(long revision, @Nullable String body);

    @Query("select f from FindingEntity f where f.request = :request and (:body is null or f.body = :body)"
            + " order by f.number")
    List<FindingEntity> onRequest(long request, @Nullable String body);

    @Query("select f from FindingEntity f where f.itemType = :type and f.itemId = :id"
            + " and (:body is null or f.body = :body) order by f.number")
    List<FindingEntity> onItem(ItemType type, UUID id, @Nullable String body);

    @NativeQuery("select nextval('finding_number')")
    long nextNumber();
}
