package kz.zhospar.change.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Viewings extends Repository<Viewing, UUID> {

    Viewing save(Viewing viewing);

    List<Viewing> findByRequestIdOrderByViewedAt(UUID requestId);
}
