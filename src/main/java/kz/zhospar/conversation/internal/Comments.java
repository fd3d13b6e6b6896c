package kz.zhospar.conversation.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface Comments extends Repository<Comment, UUID> {

    Comment save(Comment comment);

    Optional<Comment> findById(UUID id);

    /** Waits for whoever is marking the thread that the comment begins. */
    @NativeQuery("select id from request_comment where id = :id for update")
    UUID lock(UUID id);

    List<Comment> findByRequestNumberOrderByWrittenAtAscIdAsc(long requestNumber);
}
