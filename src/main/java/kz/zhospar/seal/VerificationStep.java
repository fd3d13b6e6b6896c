package kz.zhospar.seal;

/**
 * How far a verification has come.
 *
 * @param part what is looked at: a table, or one of the parts that are not tables
 * @param rows rows looked at so far, of all parts
 */
public record VerificationStep(Part part, String table, long rows) {

    public enum Part {
        CHAIN,
        ROWS,
        LIVE,
        REPLAY
    }
}
