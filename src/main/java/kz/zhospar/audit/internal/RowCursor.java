package kz.zhospar.audit.internal;

import jakarta.persistence.Table;
import java.util.stream.Stream;
import kz.zhospar.plan.StoredPlan;
import kz.zhospar.plan.StoredRow;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.StatelessSession;

/** All audit rows of one kind of stored row, in the order of their revisions, one at a time. */
final class RowCursor implements Comparable<RowCursor>, AutoCloseable {

    private static final int FETCHED = 500;
    private static final int REMOVAL = 2;

    private final ScrollableResults<Object[]> results;
    private boolean hasRow;

    RowCursor(StatelessSession session, StoredPlan.Kind kind) {
        // Versions are not audited; the mapping wants one.
        results = session.createNativeQuery("""
                        select {a.*}, a.rev as revision_, a.revtype as type_
                        from (select s.*, cast(0 as bigint) as version from %s_aud s) a order by a.rev""".formatted(table(kind)), Object[].class)
                .addEntity("a", kind.rows())
                .addScalar("revision_", Long.class)
                .addScalar("type_", Integer.class)
                .setFetchSize(FETCHED)
                .scroll(ScrollMode.FORWARD_ONLY);
        advance();
    }

    /** The rows of the plan's own table. */
    static Stream<StoredRow> live(StatelessSession session, StoredPlan.Kind kind) {
        return session
                .createNativeQuery("select {a.*} from %s a".formatted(table(kind)), Object.class)
                .addEntity("a", kind.rows())
                .getResultList()
                .stream()
                .map(StoredRow.class::cast);
    }

    private static String table(StoredPlan.Kind kind) {
        return kind.rows().getAnnotation(Table.class).name();
    }

    void advance() {
        hasRow = results.next();
    }

    boolean hasRow() {
        return hasRow;
    }

    StoredRow row() {
        return (StoredRow) results.get()[0];
    }

    long revision() {
        return (Long) results.get()[1];
    }

    boolean isRemoval() {
        return (Integer) results.get()[2] == REMOVAL;
    }

    @Override
    public int compareTo(RowCursor other) {
        return Long.compare(revision(), other.revision());
    }

    @Override
    public void close() {
        results.close();
    }
}
