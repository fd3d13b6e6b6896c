package kz.zhospar.backup.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a copy holds.
 *
 * @param format of the copy itself
 * @param madeAt the moment that the copy shows the database at
 * @param schema the last migration of the database
 * @param tables in the order in which they can be filled
 * @param seal the newest seal; null where there is none
 */
record Manifest(
        int format,
        Instant madeAt,
        String schema,
        List<Table> tables,
        List<Sequence> sequences,
        @Nullable Seal seal) {

    static final int FORMAT = 1;

    /**
     * The rows of a table in COPY's text format.
     *
     * @param sha256 of them, in hexadecimal digits
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** @param called whether the value has been given out */
    record Sequence(String name, long value, boolean called) {}

    record Seal(long number, String hash) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
