package kz.zhospar.reporting.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface RequestLinks extends Repository<RequestLink, UUID> {

    RequestLink save(RequestLink link);

    /** The newest request of a body in a period. */
    Optional<RequestLink> findFirstByCampaignIdAndBodyOrderByRequestNumberDesc(UUID campaignId, String body);

    List<RequestLink> findByCampaignId(UUID campaignId);

    boolean existsByCampaignId(UUID campaignId);
}
