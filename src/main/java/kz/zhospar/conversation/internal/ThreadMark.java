package kz.zhospar.conversation.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import kz.zhospar.conversation.Signed;
import kz.zhospar.identity.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Whether a thread is resolved, and who said so last. A thread that nobody has marked is open. */
@Entity
@Table(name = "thread_mark")
@Audited
public class ThreadMark {

    @Id
    private UUID threadId;

    @Version
    private long version;

    private long requestNumber;
    private boolean resolved;

    @Embedded
    @EmbeddedColumnNaming
    private Signature person;

    private Instant markedAt;

    protected ThreadMark() {} // JPA

    ThreadMark(Comment first) {
        this.threadId = first.id();
        this.requestNumber = first.requestNumber();
    }

    void mark(boolean resolved, Signature person, Instant now) {
        this.resolved = resolved;
        this.person = person;
        this.markedAt = now;
    }

    UUID threadId() {
        return threadId;
    }

    boolean isResolved() {
        return resolved;
    }

    /** Who resolved the thread and when; null while it is open. */
    @Nullable
    Signed resolution() {
        return resolved ? Signed.of(person, markedAt) : null;
    }
}
