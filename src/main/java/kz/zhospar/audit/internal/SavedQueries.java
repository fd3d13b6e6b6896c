package kz.zhospar.audit.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Everybody's filters. */
public interface SavedQueries extends Repository<SavedQuery, UUID> {

    SavedQuery save(SavedQuery query);

    void delete(SavedQuery query);

    Optional<SavedQuery> findById(UUID id);

    Optional<SavedQuery> findByAccountAndName(String account, String name);

    long countByAccount(String account);

    List<SavedQuery> findByAccountOrderByName(String account);

    List<SavedQuery> findBySharedTrueAndAccountNotOrderByName(String account);
}
