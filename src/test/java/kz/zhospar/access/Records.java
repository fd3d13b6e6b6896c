package kz.zhospar.access;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.zhospar.testing.TestDatabase;
import org.springframework.context.ApplicationContext;

/** Everything that the database holds, in a form that tells whether anything has changed. */
final class Records {

    /** That somebody read, took or was refused something is kept, and sealed; by that nothing is other than before. */
    private static final Map<String, String> BUT_READINGS = Map.of(
            "seal", "where false",
            "seal_leaf", "where false",
            "revision", "where kind not in ('READING', 'ACCESS')",
            "access_event", "where false",
            "access_event_aud", "where false",
            "viewing", "where false",
            "viewing_aud", "where false",
            "event_publication", "where false");

    private Records() {}

    /** The number of rows and a checksum over all of them, by table. */
    static Map<String, String> of(ApplicationContext context) {
        var owner = TestDatabase.asOwner(context);
        var tables = owner.sql("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> owner.sql("select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by"
                                        + " r::text)), '') from " + table + " r "
                                        + BUT_READINGS.getOrDefault(table, ""))
                                .query(String.class)
                                .single(),
                        (one, _) -> one,
                        TreeMap::new));
    }
}
