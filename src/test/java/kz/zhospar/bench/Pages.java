package kz.zhospar.bench;

import kz.zhospar.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts the pages of tables and indexes that the database looks at for a piece of work, wherever it finds them.
 *
 * <p>The planner reads small tables whole. {@code asIfLong} keeps it from that, so that a short history is read in the way
 * in which a long one is, and pages grow with the history only where an index is missing.
 */
record Pages(Installation installation, boolean asIfLong) {

    private static final String BY_INDEXES =
            "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_hashjoin = off;"
                    + " set local enable_mergejoin = off";

    private static final String LOOKED_AT = """
            select sum(heap_blks_read + heap_blks_hit + coalesce(idx_blks_read + idx_blks_hit, 0)
                + coalesce(toast_blks_read + toast_blks_hit + tidx_blks_read + tidx_blks_hit, 0))
            from pg_statio_user_tables
            """;

    /** The fewest of some tries, because the server now and then looks at pages for itself. */
    long during(Runnable work) {
        var fewest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            fewest = Math.min(fewest, once(work));
        }
        return fewest;
    }

    private long once(Runnable work) {
        var before = lookedAt();
        installation.transaction().executeWithoutResult(_ -> {
            if (asIfLong) {
                installation.bean(JdbcClient.class).sql(BY_INDEXES).update();
            }
            work.run();
            // Otherwise the server tells of it only some seconds later.
            installation
                    .bean(JdbcClient.class)
                    .sql("select pg_stat_force_next_flush()")
                    .query()
                    .listOfRows();
        });
        return lookedAt() - before;
    }

    private long lookedAt() {
        return TestDatabase.asOwner(installation.url())
                .sql(LOOKED_AT)
                .query(Long.class)
                .single();
    }
}
