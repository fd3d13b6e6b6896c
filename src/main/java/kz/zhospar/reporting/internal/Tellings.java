package kz.zhospar.reporting.internal;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Tellings extends Repository<Told, UUID> {

    Told save(Told told);

    boolean existsByCampaignIdAndBodyAndOccasion(UUID campaignId, String body, Told.Occasion occasion);
}
