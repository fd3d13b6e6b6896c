package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.Basis;
import kz.zhospar.common.ui.Ui;

/** How a basis document and its file read. */
public final class BasisWords {

    private static final long KILO = 1024;

    private BasisWords() {}

    /** {@code Протокол заседания, № 7, от 12 нояб. 2026 г.}; what is not known is left out. */
    public static String inOne(Basis basis) {
        return Stream.of(
                        basis.name(),
                        basis.number().isBlank() ? "" : t("change.number", basis.number()),
                        basis.date() == null
                                ? ""
                                : t("request.basis.of", Ui.formats().date(Objects.requireNonNull(basis.date()))))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** {@code 340 КБ}, {@code 12 МБ}; never 0. */
    public static String size(long bytes) {
        var kilobytes = Math.max(1, Math.round(bytes / (double) KILO));
        return kilobytes < KILO
                ? t("request.file.kilobytes", kilobytes)
                : t("request.file.megabytes", Math.round(kilobytes / (double) KILO));
    }
}
