package kz.zhospar.plan;

/** Who pays. TOTAL is a total as the document states it, kept as stated even where it differs from the sum. */
public enum FundingSource {
    TOTAL,
    REPUBLICAN,
    LOCAL,
    OTHER
}
