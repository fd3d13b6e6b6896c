package kz.zhospar.finding.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface FindingEntries extends Repository<FindingEntry, UUID> {

    FindingEntry save(FindingEntry entry);

    List<FindingEntry> findByFindingIdInOrderByWrittenAt(Collection<UUID> findings);
}
