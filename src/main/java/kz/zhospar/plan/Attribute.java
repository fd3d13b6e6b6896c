package kz.zhospar.plan;

import java.util.UUID;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;

/** What an item can state, with the type of the statement; a yearly attribute states one value for each year. */
public enum Attribute {
    PARENT(UUID.class),
    CODE(String.class),
    NUMBER(Integer.class),
    HEADING(Boolean.class),
    TITLE(LocalizedText.class),
    ABBREVIATION(LocalizedText.class),
    OFFICIAL_TEXT(String.class),
    INDICATOR_KIND(IndicatorKind.class),
    FUNDING_SOURCE(FundingSource.class),
    TERM_KIND(TermKind.class),
    BODY_KIND(String.class),
    CERTAIN(Boolean.class),
    UNIT(LocalizedText.class),
    BETTER(Better.class),
    DECIMALS(Integer.class),
    ORIGIN(UUID.class),
    SOURCE(UUID.class),
    CURATOR(UUID.class),
    EXECUTORS(Executors.class),
    FIRST_YEAR(Integer.class),
    LAST_YEAR(Integer.class),
    FROM(Integer.class),
    TO(Integer.class),
    DUE(String.class),
    RECURRENCE(Recurrence.class),
    PHASES(Phases.class),
    MEASURES(Measures.class),
    TARGET(Quantity.class, true),
    ACTUAL(Quantity.class, true),
    /** Where the fact of the same year comes from. */
    PROVENANCE(Provenance.class, true),
    /** Million tenge, exact. */
    AMOUNT(Quantity.class, true);

    private final Class<?> type;
    private final boolean yearly;

    Attribute(Class<?> type) {
        this(type, false);
    }

    Attribute(Class<?> type, boolean yearly) {
        this.type = type;
        this.yearly = yearly;
    }

    public Class<?> type() {
        return type;
    }

    public boolean yearly() {
        return yearly;
    }
}
