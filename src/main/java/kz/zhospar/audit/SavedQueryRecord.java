package kz.zhospar.audit;

import java.util.UUID;

/**
 * A filter of the log under a name.
 *
 * @param query the filter as it stands in the address of the log
 * @param owner the name of whoever keeps it
 * @param own whether that is the reader himself, who alone may delete it
 * @param shared whether auditors other than its owner find it, too
 */
public record SavedQueryRecord(UUID id, String name, String query, String owner, boolean own, boolean shared) {}
