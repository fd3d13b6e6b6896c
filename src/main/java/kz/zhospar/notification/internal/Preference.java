package kz.zhospar.notification.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumMap;
import java.util.Map;
import kz.zhospar.common.Language;
import kz.zhospar.notification.Mailing;
import kz.zhospar.notification.NoticeKind;

/** How one person wants to be written to; what was never chosen is as usual. */
@Entity
@Table(name = "mail_preference")
public class Preference {

    @Id
    private String account;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Language language = Language.RU;

    @ElementCollection
    @CollectionTable(name = "mail_choice", joinColumns = @JoinColumn(name = "account"))
    @MapKeyColumn(name = "kind")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "mailing")
    @Enumerated(EnumType.STRING)
    private Map<NoticeKind, Mailing> choices = new EnumMap<>(NoticeKind.class);

    protected Preference() {} // JPA

    Preference(String account) {
        this.account = account;
    }

    Language language() {
        return language;
    }

    Mailing mailing(NoticeKind kind) {
        return choices.getOrDefault(kind, Mailing.usual(kind));
    }

    void choose(NoticeKind kind, Mailing mailing) {
        choices.put(kind, mailing);
    }

    void choose(Language language) {
        this.language = language;
    }
}
