package kz.zhospar.common;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an address says of the choices of a screen: constants in small letters with hyphens, days as in ISO 8601, texts as
 * they are. What is not stated is left out, and what makes no sense is taken for not stated.
 */
public final class AddressParameters {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @param value null and blank texts state nothing */
    public AddressParameters with(String name, @Nullable Object value) {
        var text = switch (value) {
            case null -> "";
            case Enum<?> constant -> word(constant);
            default -> value.toString().strip();
        };
        if (!text.isEmpty()) {
            values.put(name, text);
        }
        return this;
    }

    public Map<String, String> values() {
        return values;
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String word) {
        return Stream.of(type.getEnumConstants())
                .filter(one -> word(one).equals(word))
                .findFirst();
    }

    /** No calendar of the city goes further, and no database need be asked about it. */
    public static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
