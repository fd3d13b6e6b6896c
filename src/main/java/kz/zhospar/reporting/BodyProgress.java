package kz.zhospar.reporting;

/**
 * How far a body has come with the rows that it has to report on; each row counts once.
 *
 * @param body its key
 * @param approved rows whose fact is in the plan
 * @param inReview rows whose fact is under review
 * @param draft rows whose fact is written but not submitted
 */
public record BodyProgress(String body, int rows, int approved, int inReview, int draft) {

    /** Rows of which nobody has written a fact. */
    public int missing() {
        return rows - approved - inReview - draft;
    }

    /** Rows of which a fact is written, wherever it has come to. */
    public int filled() {
        return rows - missing();
    }

    /** Rows that are still to be submitted. */
    public int open() {
        return missing() + draft;
    }
}
