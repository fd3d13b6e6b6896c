package kz.zhospar.reporting.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Campaigns extends Repository<CampaignEntity, UUID> {

    CampaignEntity save(CampaignEntity campaign);

    Optional<CampaignEntity> findById(UUID id);

    Optional<CampaignEntity> findByNumber(long number);

    /** Waits for whoever begins a request or asks for an exception in the period, and keeps others waiting. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CampaignEntity c where c.number = :number")
    Optional<CampaignEntity> lockByNumber(long number);

    List<CampaignEntity> findByYear(int year);

    List<CampaignEntity> findAllByOrderByDueDescNumberDesc();

    @NativeQuery("select nextval('reporting_campaign_number')")
    long nextNumber();
}
