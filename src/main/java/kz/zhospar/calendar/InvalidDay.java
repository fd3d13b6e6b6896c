package kz.zhospar.calendar;

import java.util.Set;

/** What was stated of a day cannot be taken; nothing has been changed. Names everything that is wrong. */
public class InvalidDay extends RuntimeException {

    /** Which part of the statement a problem belongs to. */
    public enum Part {
        DAY,
        KIND,
        NAME,
        SOURCE,
        REASON,
        /** The entry as a whole, which is not what the person saw. */
        ENTRY
    }

    /** Each names its text, {@code calendar.problem.<PROBLEM>}. */
    public enum Problem {
        DAY_MISSING(Part.DAY),
        DAY_TOO_FAR(Part.DAY),
        DAY_TAKEN(Part.DAY),
        KIND_MISSING(Part.KIND),
        WORKED_ON_ANYWAY(Part.KIND),
        NAME_MISSING(Part.NAME),
        NAME_TOO_LONG(Part.NAME),
        SOURCE_MISSING(Part.SOURCE),
        SOURCE_TOO_LONG(Part.SOURCE),
        REASON_MISSING(Part.REASON),
        REASON_TOO_LONG(Part.REASON),
        GONE(Part.ENTRY),
        CHANGED_MEANWHILE(Part.ENTRY);

        private final Part part;

        Problem(Part part) {
            this.part = part;
        }

        public Part part() {
            return part;
        }
    }

    private final Set<Problem> problems;

    public InvalidDay(Set<Problem> problems) {
        super(problems.toString());
        this.problems = Set.copyOf(problems);
    }

    InvalidDay(Problem problem) {
        this(Set.of(problem));
    }

    public Set<Problem> problems() {
        return problems;
    }
}
