package kz.zhospar.plan.internal;

/** A plan file that cannot be loaded: says which file, which record and why. Nothing has been loaded. */
public class PlanFileException extends RuntimeException {

    PlanFileException(String file, String record, String reason) {
        super("Plan file %s, %s: %s".formatted(file, record, reason));
    }
}
