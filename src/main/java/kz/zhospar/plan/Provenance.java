package kz.zhospar.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the fact of a year comes from; approved, audited and read as of any date like the fact itself.
 *
 * @param source who or what gave the number, in the words of the body that reported it
 * @param date the day as of which the number stands
 * @param preliminary whether a final number is still to come
 * @param comment why the fact is what it is; asked for where it is well behind the plan
 */
public record Provenance(String source, @Nullable LocalDate date, boolean preliminary, String comment) {

    public static final int LONGEST_SOURCE = 1000;
    public static final int LONGEST_COMMENT = 20_000;

    /** Says of a number no more than that it is final. */
    public static final Provenance FINAL = new Provenance("", null, false, "");

    public Provenance {
        source = source.strip();
        comment = comment.strip();
    }
}
