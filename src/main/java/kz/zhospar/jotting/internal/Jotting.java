package kz.zhospar.jotting.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One text that a person has not sent yet. Nobody has said it, hence the audit does not know it. */
@Entity
@Table(name = "jotting")
public class Jotting {

    @Id
    private UUID id;

    private String account;

    @Column(name = "jotting_key")
    private String key;

    private String text;
    private Instant savedAt;

    protected Jotting() {} // JPA

    public String key() {
        return key;
    }

    public String text() {
        return text;
    }

    Instant savedAt() {
        return savedAt;
    }
}
