package kz.zhospar.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is conspicuous about a change or a decision. */
public sealed interface Sign {

    /** A target became easier to reach. */
    record Eased(How how) implements Sign {

        public enum How {
            /** It moved away from what is better for the row. */
            WORSE,
            /** Which way is better is not stated, and it is lower than before. */
            LOWER,
            /** A number gave way to a text or a dash. */
            NO_NUMBER,
            REMOVED
        }
    }

    /** A target was changed when the fact of its year had been reported. */
    record AfterFact(Instant reported, Instant changed) implements Sign {}

    /** A target was changed in the last quarter of its year, or when the year was over. */
    record LateInYear(int year, boolean over) implements Sign {}

    /** An approval by somebody who had not opened the request. */
    record NotOpened() implements Sign {}

    /** An approval by somebody who had only seen the request as it was before. */
    record EarlierContent(Instant opened) implements Sign {}

    record Hasty(Duration sinceOpening) implements Sign {}

    /** Somebody decided in another's stead. */
    record AsSubstitute(
            String name, String position, @Nullable String body) implements Sign {}

    /** Somebody has decided on the request, or on one that it was parted from, in another position. */
    record AlsoAs(String position, @Nullable String body, Instant decided) implements Sign {}

    record ReturnedOften(int times) implements Sign {}

    /**
     * A fact was stated anew.
     *
     * @param first when the fact of that year was stated first
     * @param preliminary whether the fact before was marked so
     * @param times how often it has been stated anew
     */
    record Restated(Instant first, boolean preliminary, int times) implements Sign {}

    /**
     * A fact was entered after its period's closing.
     *
     * @param leave who let the body do so; null when nobody did
     */
    record AfterClosing(
            String period,
            LocalDate closed,
            Instant entered,
            @Nullable Leave leave) implements Sign {}

    /** A body's leave to report after closing. */
    record Leave(String person, String position, LocalDate until) {}
}
