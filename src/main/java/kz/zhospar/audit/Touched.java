package kz.zhospar.audit;

import java.util.Set;
import java.util.stream.Stream;

/** The things that a revision can touch, as a reader of the log would name them, with the tables that they are in. */
public enum Touched {
    VALUES("series_value", "funding_amount"),
    PROVENANCES("series_provenance"),
    ROWS("series"),
    EXECUTORS("series_executor"),
    INDICATORS("indicator"),
    ACTIONS("action"),
    FUNDING("funding"),
    GOALS("goal", "direction", "plan"),
    LISTS("body", "curator", "term"),
    REQUESTS("change_request"),
    PROPOSALS("proposed_change"),
    SUBMISSIONS("submission"),
    DECISIONS("decision"),
    REMARKS("decision_item"),
    FILES("basis_file"),
    VIEWINGS("viewing"),
    COMMENTS("request_comment", "comment_mention", "thread_mark"),
    PERIODS("reporting_campaign", "reporting_request", "reporting_exception", "reporting_told"),
    ROUTES("route"),
    POSTS("substitution", "hand_over"),
    DAYS("calendar_day"),
    QUERIES("saved_query"),
    FINDINGS("finding", "finding_entry"),
    CHECKS("canary"),
    ACCESSES("access_event"),
    /** What has no words of its own yet. */
    OTHER;

    private final Set<String> tables;

    Touched(String... tables) {
        this.tables = Set.of(tables);
    }

    /** What the rows of a table are; its name without the suffix of the audit. */
    public static Touched of(String table) {
        return Stream.of(values())
                .filter(touched -> touched.tables.contains(table))
                .findFirst()
                .orElse(OTHER);
    }
}
