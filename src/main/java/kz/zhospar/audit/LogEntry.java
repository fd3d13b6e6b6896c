package kz.zhospar.audit;

import java.util.Map;
import kz.zhospar.revision.RevisionRecord;

/**
 * One line of the log.
 *
 * @param touched how many rows of which kind the revision wrote, in the order of {@link Touched}
 */
public record LogEntry(RevisionRecord revision, Map<Touched, Integer> touched) {}
