package kz.zhospar.reporting.internal;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Exceptions extends Repository<ExceptionEntity, UUID> {

    ExceptionEntity save(ExceptionEntity exception);

    /** Waits for whoever is deciding on it, and reads it as he left it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from ExceptionEntity e where e.id = :id")
    Optional<ExceptionEntity> lockById(UUID id);

    List<ExceptionEntity> findByCampaignIdAndBody(UUID campaignId, String body);

    /** Whether a body may report in a closed period on a day. */
    default boolean anyRuns(UUID campaignId, String body, LocalDate day) {
        return findByCampaignIdAndBody(campaignId, body).stream().anyMatch(exception -> exception.runsOn(day));
    }

    List<ExceptionEntity> findByBodyOrderByAskedAtDesc(String body);

    List<ExceptionEntity> findAllByOrderByAskedAtDesc();
}
