package kz.zhospar.change;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The document that a request rests on, as far as it is known; each part may be empty. */
public record Basis(String name, String number, @Nullable LocalDate date) {

    public static final Basis NONE = new Basis("", "", null);

    public static Basis named(String name) {
        return new Basis(name, "", null);
    }
}
