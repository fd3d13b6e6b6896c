package kz.zhospar.plan;

import java.util.List;

/** A set of changes was made from values that the plan no longer states; nothing of it has been applied. */
public class StalePlanException extends RuntimeException {

    private final transient List<Conflict> conflicts;

    public StalePlanException(List<Conflict> conflicts) {
        super(conflicts.size() + " change(s) were made from values that have moved: " + conflicts.getFirst());
        this.conflicts = List.copyOf(conflicts);
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }
}
