package kz.zhospar.audit;

import java.util.List;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.plan.Change;
import kz.zhospar.revision.RevisionRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one revision did to the things in question.
 *
 * @param changes old and new of each value, from the audit tables
 * @param decisions the approval chain of the change request that was applied
 * @param grounds what the request rested on; null where the revision applied none
 * @param facts of each target that was changed, when the fact of its year became known, as far as it has
 */
public record HistoryEntry(
        RevisionRecord revision,
        List<Change> changes,
        List<DecisionRecord> decisions,
        @Nullable Grounds grounds,
        List<FactTiming> facts) {}
