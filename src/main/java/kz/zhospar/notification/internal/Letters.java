package kz.zhospar.notification.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Letters extends Repository<Letter, UUID> {

    Letter save(Letter letter);

    Optional<Letter> findById(UUID id);

    boolean existsById(UUID id);
}
