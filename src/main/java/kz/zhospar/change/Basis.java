package kz.zhospar.change;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import org.jspecify.annotations.Nullable;

/** The document that a request rests on, as far as it is known; each part may be empty. */
public record Basis(String name, String number, @Nullable LocalDate date) {

    public static final Basis NONE = new Basis("", "", null);

    public static Basis named(String name) {
        return new Basis(name, "", null);
    }

    /** {@code Протокол заседания, № 7, от 12 нояб. 2026 г.}; what is not known is left out. */
    public String in(Language language) {
        return Stream.of(
                        name,
                        number.isBlank() ? "" : Messages.in(language, "change.number", number),
                        date == null ? "" : Messages.in(language, "request.basis.of", new Formats(language).date(date)))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
