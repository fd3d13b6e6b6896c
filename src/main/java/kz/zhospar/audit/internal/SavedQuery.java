package kz.zhospar.audit.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import kz.zhospar.audit.SavedQueryRecord;
import kz.zhospar.identity.Person;
import org.hibernate.envers.Audited;

/** A filter of the log that one person keeps under a name. */
@Entity
@Table(name = "saved_query")
@Audited
public class SavedQuery {

    @Id
    private UUID id;

    @Version
    private long version;

    private String account;
    private String owner;
    private String name;
    private String query;
    private boolean shared;
    private Instant savedAt;

    protected SavedQuery() {} // JPA

    public SavedQuery(Person owner, String name) {
        this.id = UUID.randomUUID();
        this.account = owner.account();
        this.owner = owner.name();
        this.name = name;
    }

    public void keep(String query, boolean shared, Instant now) {
        this.query = query;
        this.shared = shared;
        this.savedAt = now;
    }

    public String name() {
        return name;
    }

    public boolean isOf(Person person) {
        return account.equals(person.account());
    }

    public SavedQueryRecord toRecord(Person reader) {
        return new SavedQueryRecord(id, name, query, owner, isOf(reader), shared);
    }
}
