package kz.zhospar.plan;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One place for a value on an item: an attribute, with the year where the attribute is yearly. */
public record Field(Attribute attribute, @Nullable Integer year) implements Comparable<Field> {

    private static final Comparator<Field> ORDER = Comparator.comparing(Field::attribute)
            .thenComparing(Field::year, Comparator.nullsFirst(Comparator.naturalOrder()));

    public Field {
        if (attribute.yearly() != (year != null)) {
            throw new IllegalArgumentException(
                    attribute + (attribute.yearly() ? " needs a year" : " has no years") + ": " + year);
        }
    }

    public static Field of(Attribute attribute) {
        return new Field(attribute, null);
    }

    public static Field of(Attribute attribute, int year) {
        return new Field(attribute, year);
    }

    @Override
    public int compareTo(Field other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return year == null ? attribute.name() : attribute + " " + year;
    }
}
