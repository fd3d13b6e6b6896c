package kz.zhospar.audit;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.RequestGrounds;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two states of the plan.
 *
 * @param origin what made it last; null for a proposal and where nothing in between is known to have made it
 */
public record ComparedChange(Change change, @Nullable Origin origin) {

    /**
     * What brought a place of the plan to what it is.
     *
     * @param revision null while the request has not been applied
     * @param at when it was applied; null likewise
     * @param grounds of the request; null when the reader may not see it
     */
    public record Origin(
            @Nullable Long revision,
            @Nullable Instant at,
            @Nullable Long request,
            @Nullable RequestGrounds grounds) {}

    /** How an item is changed. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What a change is about. */
    public enum Subject {
        TARGET,
        FACT,
        MONEY,
        TEXT,
        RESPONSIBILITY,
        OTHER;

        static Subject of(Attribute attribute) {
            return switch (attribute) {
                case TARGET -> TARGET;
                case ACTUAL, PROVENANCE -> FACT;
                case AMOUNT, FUNDING_SOURCE -> MONEY;
                case TITLE, ABBREVIATION, OFFICIAL_TEXT -> TEXT;
                case EXECUTORS, CURATOR -> RESPONSIBILITY;
                default -> OTHER;
            };
        }
    }

    /** Whether both are of one item and were made at one time. */
    boolean isMadeWith(ComparedChange other) {
        return change.ref().equals(other.change.ref()) && Objects.equals(origin, other.origin);
    }

    public Kind kind() {
        return switch (change) {
            case Change.Add _ -> Kind.ADDED;
            case Change.Remove _ -> Kind.REMOVED;
            case Change.Edit _ -> Kind.CHANGED;
        };
    }

    /** What the change is about; an item that comes or goes is about everything that it states. */
    public Set<Subject> subjects() {
        return switch (change) {
            case Change.Edit edit -> EnumSet.of(Subject.of(edit.field().attribute()));
            case Change.Add add -> subjects(add.item().values().keySet().stream());
            case Change.Remove remove -> subjects(remove.base().values().keySet().stream());
        };
    }

    private static Set<Subject> subjects(Stream<Field> fields) {
        return fields.map(field -> Subject.of(field.attribute()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Subject.class)));
    }
}
