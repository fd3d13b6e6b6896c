package kz.zhospar.plan;

import static kz.zhospar.plan.Attribute.*;

import java.util.List;
import java.util.Set;

/** The kinds of item that a plan is made of, each with the attributes that it can state. */
public enum ItemType {
    PLAN(CODE, TITLE, FIRST_YEAR, LAST_YEAR),
    DIRECTION(PARENT, NUMBER, TITLE),
    GOAL(PARENT, CODE, TITLE),
    INDICATOR(PARENT, NUMBER, TITLE, INDICATOR_KIND),
    /** One row of an indicator: what is measured, in which unit, by whom, with a plan and a fact for each year. */
    SERIES(
            PARENT,
            NUMBER,
            TITLE,
            UNIT,
            BETTER,
            DECIMALS,
            ORIGIN,
            SOURCE,
            CURATOR,
            EXECUTORS,
            TARGET,
            ACTUAL,
            PROVENANCE),
    ACTION(PARENT, NUMBER, HEADING, TITLE, OFFICIAL_TEXT, FROM, TO, DUE, RECURRENCE, PHASES, MEASURES),
    /** Money of a goal, or of the whole plan as its passport prints it, from one source. */
    FUNDING(PARENT, FUNDING_SOURCE, AMOUNT),
    BODY(CODE, ABBREVIATION, TITLE, BODY_KIND, CERTAIN),
    CURATOR_POST(NUMBER, CODE, TITLE),
    /** An entry of a list of terms: where a number comes from, which document an indicator stems from. */
    TERM(NUMBER, TERM_KIND, CODE, TITLE);

    private final Set<Attribute> attributes;

    ItemType(Attribute... attributes) {
        this.attributes = Set.copyOf(List.of(attributes));
    }

    public boolean has(Attribute attribute) {
        return attributes.contains(attribute);
    }

    /** The attributes in the order in which a person would read them. */
    public List<Attribute> attributes() {
        return attributes.stream().sorted().toList();
    }
}
