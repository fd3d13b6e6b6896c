package kz.zhospar.audit.internal.question;

/** Parts that several questions share. */
final class Sql {

    /** What {@link Hit#value()} reads; {@code p} is the version before. */
    static final String VALUE = """
            c.rev, c.id, cast(c.item_id as text) as item_id, c.attribute, c.year, c.revtype,
            c.comparison, c.number, c.text,
            p.comparison as p_comparison, p.number as p_number, p.text as p_text""";

    /** The version before of the same value; a deletion still tells what was deleted. */
    static final String BEFORE = """
            lateral (
                select p.rev, p.revtype, p.comparison, p.number, p.text
                from series_value_aud p
                where p.id = c.id and p.rev < c.rev
                order by p.rev desc limit 1
            ) p on true""";

    /** Only what an approved request did: a load states a plan and changes none. */
    static final String OF_REQUEST = "join " + one("revision", "r", "number = c.rev and one.kind = 'APPLY'");

    /** That the value went because its whole row did. */
    static final String WITH_ITS_ROW = """
            (c.revtype = 2 and exists (
                select from series_aud s where s.id = c.item_id and s.rev = c.rev and s.revtype = 2))""";

    private Sql() {}

    /**
     * One row of a table, looked up by its key for each candidate: without the offset the database might as well read
     * the whole table at once, which grows with the history.
     *
     * @param key a condition on the row, {@code one}, that begins with the column of its key
     */
    static String one(String table, String alias, String key) {
        return "lateral (select * from %s one where one.%s offset 0) %s on true".formatted(table, key, alias);
    }

    /** Microseconds since the beginning of 1970. */
    static String micros(String instant) {
        return "cast(extract(epoch from " + instant + ") * 1000000 as bigint)";
    }
}
