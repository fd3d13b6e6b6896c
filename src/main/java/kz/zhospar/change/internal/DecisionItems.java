package kz.zhospar.change.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DecisionItems extends Repository<DecisionItem, UUID> {

    DecisionItem save(DecisionItem item);

    List<DecisionItem> findByRequestIdIn(Collection<UUID> requestIds);
}
