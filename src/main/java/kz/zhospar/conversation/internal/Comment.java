package kz.zhospar.conversation.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kz.zhospar.conversation.Place;
import kz.zhospar.conversation.Signed;
import kz.zhospar.identity.Signature;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One comment: the first of a thread, or a reply to it. Written once. */
@Entity
@Immutable
@Table(name = "request_comment")
@Audited
public class Comment {

    @Id
    private UUID id;

    private long requestNumber;

    @Enumerated(EnumType.STRING)
    private @Nullable ItemType itemType;

    private @Nullable UUID itemId;

    @Enumerated(EnumType.STRING)
    private @Nullable Attribute attribute;

    private @Nullable Integer year;

    /** The comment that this one replies to; null of a first one. */
    private @Nullable UUID parentId;

    private String text;

    @Embedded
    @EmbeddedColumnNaming
    private Signature author;

    private Instant writtenAt;

    protected Comment() {} // JPA

    private Comment(
            long requestNumber,
            @Nullable Place place,
            @Nullable UUID parentId,
            String text,
            Signature author,
            Instant now) {
        this.id = UUID.randomUUID();
        this.requestNumber = requestNumber;
        if (place != null) {
            this.itemType = place.ref().type();
            this.itemId = place.ref().id();
            this.attribute = place.field() == null ? null : place.field().attribute();
            this.year = place.field() == null ? null : place.field().year();
        }
        this.parentId = parentId;
        this.text = text;
        this.author = author;
        this.writtenAt = now;
    }

    /** The first comment of a thread, on one change or, for null, on the whole request. */
    public static Comment first(long request, @Nullable Place place, String text, Signature author, Instant now) {
        return new Comment(request, place, null, text, author, now);
    }

    /** A reply, which is about what the thread is about. */
    public Comment reply(String text, Signature author, Instant now) {
        return new Comment(requestNumber, place(), id, text, author, now);
    }

    /** The id of the thread that the comment stands in. */
    public UUID thread() {
        return parentId == null ? id : parentId;
    }

    @Nullable
    public Place place() {
        if (itemType == null || itemId == null) {
            return null;
        }
        return new Place(new ItemRef(itemType, itemId), attribute == null ? null : new Field(attribute, year));
    }

    public boolean isFirst() {
        return parentId == null;
    }

    public UUID id() {
        return id;
    }

    public long requestNumber() {
        return requestNumber;
    }

    public String text() {
        return text;
    }

    Signed signed() {
        return Signed.of(author, writtenAt);
    }

    public String account() {
        return author.account();
    }
}
