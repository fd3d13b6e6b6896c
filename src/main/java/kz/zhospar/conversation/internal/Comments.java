package kz.zhospar.conversation.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Comments extends Repository<Comment, UUID> {

    Comment save(Comment comment);

    Optional<Comment> findById(UUID id);

    /** Waits for whoever is marking the thread that the comment begins. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Comment c where c.id = :id")
    Optional<Comment> lockById(UUID id);

    List<Comment> findByRequestNumberOrderByWrittenAtAscIdAsc(long requestNumber);
}
