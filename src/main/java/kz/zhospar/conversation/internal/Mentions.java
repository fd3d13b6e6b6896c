package kz.zhospar.conversation.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Mentions extends Repository<Mention, UUID> {

    Mention save(Mention mention);

    List<Mention> findByCommentIdIn(Collection<UUID> commentIds);
}
