package kz.zhospar.conversation.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface Comments extends Repository<Comment, UUID> {

    Comment save(Comment comment);

    Optional<Comment> findById(UUID id);

    /** Waits for whoever is marking the thread that the comment begins. Its row cannot be locked: it never changes. */
    @NativeQuery("select cast(pg_advisory_xact_lock(hashtext('request_comment/' || cast(:id as text))) as text)")
    String lock(UUID id);

    List<Comment> findByRequestNumberOrderByWrittenAtAscIdAsc(long requestNumber);
}
