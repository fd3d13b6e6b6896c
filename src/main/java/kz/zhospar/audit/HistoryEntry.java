package kz.zhospar.audit;

import java.util.List;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.plan.Change;
import kz.zhospar.revision.RevisionRecord;

/**
 * What one revision did to the things in question.
 *
 * @param changes old and new of each value, from the audit tables
 * @param decisions the approval chain of the change request that was applied
 */
public record HistoryEntry(RevisionRecord revision, List<Change> changes, List<DecisionRecord> decisions) {}
