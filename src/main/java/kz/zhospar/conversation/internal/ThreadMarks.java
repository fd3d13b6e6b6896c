package kz.zhospar.conversation.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ThreadMarks extends Repository<ThreadMark, UUID> {

    ThreadMark save(ThreadMark mark);

    Optional<ThreadMark> findById(UUID threadId);

    List<ThreadMark> findByRequestNumber(long requestNumber);
}
