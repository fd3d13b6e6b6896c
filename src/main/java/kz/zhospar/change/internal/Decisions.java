package kz.zhospar.change.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Decisions extends Repository<Decision, UUID> {

    Decision save(Decision decision);

    List<Decision> findByRequestIdInOrderByDecidedAt(Collection<UUID> requestIds);
}
