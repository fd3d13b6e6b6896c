package kz.zhospar.notification.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Letters extends Repository<Letter, UUID> {

    Letter save(Letter letter);

    Optional<Letter> findById(UUID id);

    boolean existsById(UUID id);

    long countByState(Letter.State state);

    List<Letter> findByStateOrderByClosedAtDesc(Letter.State state, Limit limit);

    List<Letter> findByStateAndAttemptsGreaterThanOrderByCreatedAtDesc(Letter.State state, int attempts, Limit limit);
}
