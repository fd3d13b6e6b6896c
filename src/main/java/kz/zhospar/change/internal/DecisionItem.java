package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Verdict;
import kz.zhospar.plan.ValueJson;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What a decision said of one change that it did not accept, with the change as it was. Written once. */
@Entity
@Immutable
@Table(name = "decision_item")
@Audited
class DecisionItem {

    @Id
    private UUID id;

    private UUID decisionId;
    private UUID requestId;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String reason;
    private @Nullable String suggestion;

    @Embedded
    private StoredChange change;

    protected DecisionItem() {} // JPA

    DecisionItem(Decision decision, ItemVerdict verdict, @Nullable UUID goalId) {
        this.id = UUID.randomUUID();
        this.decisionId = decision.id();
        this.requestId = decision.requestId();
        this.verdict = verdict.verdict();
        this.reason = verdict.reason();
        this.suggestion = ValueJson.print(verdict.suggestion());
        this.change = StoredChange.of(verdict.change(), goalId);
    }

    ItemVerdict verdict() {
        return new ItemVerdict(change.change(), verdict, reason, change.read(suggestion));
    }

    UUID decisionId() {
        return decisionId;
    }

    UUID requestId() {
        return requestId;
    }

    @Nullable
    UUID goalId() {
        return change.goalId();
    }
}
