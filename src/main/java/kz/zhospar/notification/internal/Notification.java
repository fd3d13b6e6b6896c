package kz.zhospar.notification.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.zhospar.notification.Mailing;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.notification.ReceivedNotice;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One notice as one person received it. */
@Entity
@Table(name = "notification")
class Notification {

    @Id
    private UUID id;

    @Version
    private long version;

    private String account;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private String link;

    @Convert(converter = ArgumentsColumn.class)
    private List<String> arguments;

    private Instant happenedAt;
    private @Nullable Instant readAt;

    @Enumerated(EnumType.STRING)
    private Mailing mailing;

    private @Nullable UUID letterId;

    protected Notification() {} // JPA

    /**
     * @param mailing what held for the recipient when the notice came
     */
    Notification(Notice notice, String account, Mailing mailing) {
        this.id = id(notice, account);
        this.account = account;
        this.kind = notice.kind();
        this.link = notice.link();
        this.arguments = List.copyOf(notice.arguments());
        this.happenedAt = notice.at();
        this.mailing = mailing;
    }

    /** The same on every delivery of the notice. */
    static UUID id(Notice notice, String account) {
        return UUID.nameUUIDFromBytes((notice.id() + " " + account).getBytes(StandardCharsets.UTF_8));
    }

    ReceivedNotice received() {
        return new ReceivedNotice(id, kind, link, arguments, happenedAt, readAt == null);
    }

    /** Whether it was unread before. */
    boolean read(Instant now) {
        if (readAt != null) {
            return false;
        }
        readAt = now;
        return true;
    }

    void mailedIn(Letter letter) {
        letterId = letter.id();
    }

    UUID id() {
        return id;
    }

    @Converter
    static class ArgumentsColumn implements AttributeConverter<List<String>, String> {

        @Override
        public String convertToDatabaseColumn(List<String> arguments) {
            return JsonMapper.shared().writeValueAsString(arguments);
        }

        @Override
        public List<String> convertToEntityAttribute(String json) {
            return List.of(JsonMapper.shared().readValue(json, String[].class));
        }
    }
}
