package kz.zhospar.conversation.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** Somebody mentioned in a comment, by account and with the name of the moment. Written once. */
@Entity
@Immutable
@Table(name = "comment_mention")
@Audited
public class Mention {

    @Id
    private UUID id;

    private UUID commentId;
    private String account;
    private String name;

    protected Mention() {} // JPA

    Mention(UUID commentId, String account, String name) {
        this.id = UUID.randomUUID();
        this.commentId = commentId;
        this.account = account;
        this.name = name;
    }

    UUID commentId() {
        return commentId;
    }

    String account() {
        return account;
    }

    String name() {
        return name;
    }
}
