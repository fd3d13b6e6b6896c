package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Verdict;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ValueJson;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One change of a request, stored. Its id follows from its place, so that retyping a value keeps one row. */
@Entity
@Table(name = "proposed_change")
@Audited
public class ProposedChange {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID requestId;
    private int position;

    @Embedded
    private StoredChange change;

    /** Bodies whose heads have to decide on it beside the author's own, by key. */
    private String heads = "";

    /** Curators who have to decide on it, by key. */
    private String curators = "";

    /** With which words it came back; empty when it did not. */
    private String remark = "";

    /** The value that the approver suggests instead, as JSON. */
    private @Nullable String suggestion;

    protected ProposedChange() {} // JPA

    ProposedChange(UUID requestId, Change change) {
        this.id = id(requestId, change);
        this.requestId = requestId;
    }

    static UUID id(UUID requestId, Change change) {
        var field = change.fieldOrNull();
        var place = requestId + "/" + change.ref() + (field == null ? "" : "/" + field);
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    void write(int position, Change change, @Nullable UUID goalId, Offices offices) {
        var next = StoredChange.of(change, goalId);
        if (this.change != null && !Objects.equals(this.change.value(), next.value())) {
            suggestion = null;
        }
        this.position = position;
        this.change = next;
        this.heads = String.join(",", offices.heads());
        this.curators = String.join(",", offices.curators());
    }

    /** Keeps what an approver said when he gave it back. */
    void remark(ItemVerdict verdict) {
        remark = verdict.reason();
        suggestion = ValueJson.print(verdict.suggestion());
    }

    void declineSuggestion() {
        suggestion = null;
    }

    /** A new round begins without the words of the last one; those stay in its decisions. */
    void clearRemark() {
        remark = "";
        suggestion = null;
    }

    /** What the last approver said of it; null when it did not come back. */
    @Nullable
    ItemVerdict remark() {
        return remark.isEmpty() && suggestion == null
                ? null
                : new ItemVerdict(change(), Verdict.RETURNED, remark, change.read(suggestion));
    }

    Change change() {
        return change.change();
    }

    Offices offices() {
        // Rows from before offices were named have none; a curator's stage must not be passed over for them.
        return new Offices(keys(heads), curators.isEmpty() ? Set.of(Offices.NOBODY) : keys(curators));
    }

    private static Set<String> keys(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(",", -1));
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    @Nullable
    UUID goalId() {
        return change.goalId();
    }
}
