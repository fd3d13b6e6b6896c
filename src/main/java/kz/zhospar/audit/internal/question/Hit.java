package kz.zhospar.audit.internal.question;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.audit.Answer;
import kz.zhospar.common.Comparison;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/** One row of an answer, column by column. Instants come as microseconds, so that no zone has a say in them. */
record Hit(Tuple columns) {

    private static final int DELETED = 2;

    Answer.Place place() {
        return new Answer.Place(number("place_rev"), UUID.fromString(string("place_id")));
    }

    boolean isHit() {
        return flag("hit");
    }

    String string(String column) {
        return Objects.requireNonNull(stringOrNull(column));
    }

    /** A column of one sign comes as a character. */
    @Nullable
    String stringOrNull(String column) {
        var value = columns.get(column);
        return value == null ? null : value.toString();
    }

    boolean isNull(String column) {
        return columns.get(column) == null;
    }

    long number(String column) {
        return columns.get(column, Number.class).longValue();
    }

    boolean flag(String column) {
        return Boolean.TRUE.equals(columns.get(column));
    }

    Instant instant(String column) {
        return Instant.EPOCH.plus(number(column), ChronoUnit.MICROS);
    }

    LocalDate day(String column) {
        return LocalDate.parse(string(column));
    }

    /** The value that was changed, from the columns that {@link ValueColumns} names. */
    Answer.ValueChange value() {
        return new Answer.ValueChange(
                new ItemRef(ItemType.SERIES, UUID.fromString(string("item_id"))),
                Field.of(Attribute.valueOf(string("attribute")), (int) number("year")),
                isNull("p_comparison") ? null : quantity("p_"),
                number("revtype") == DELETED ? null : quantity(""));
    }

    private Quantity quantity(String prefix) {
        return new Quantity(
                Comparison.of(string(prefix + "comparison")),
                columns.get(prefix + "number", BigDecimal.class),
                stringOrNull(prefix + "text"));
    }
}
