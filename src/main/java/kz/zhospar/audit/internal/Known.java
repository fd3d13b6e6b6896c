package kz.zhospar.audit.internal;

/** When something became known, as SQL. */
public final class Known {

    private Known() {}

    /**
     * A lateral join, {@code fact}, that gives the revision with which the fact of a row's year became known as
     * {@code rev}: with which a request with it was first submitted or, where there was none, it was stated.
     *
     * @param item the row, as SQL
     */
    public static String fact(String item, String year) {
        return """
                lateral (
                    select min(known.rev) as rev from (
                        (select a.rev from series_value_aud a
                        where a.item_id = %1$s and a.attribute = 'ACTUAL' and a.year = %2$s and a.revtype <> 2
                        order by a.rev limit 1)
                        union all
                        (select min(s.rev) from proposed_change_aud p
                        join submission_aud s on s.request_id = p.request_id and s.rev >= p.rev
                        where p.item_id = %1$s and p.attribute = 'ACTUAL' and p.year = %2$s and p.revtype <> 2
                            and not exists (
                                select from proposed_change_aud gone
                                where gone.id = p.id and gone.revtype = 2 and gone.rev > p.rev and gone.rev <= s.rev))
                    ) known
                ) fact on true""".formatted(item, year);
    }
}
