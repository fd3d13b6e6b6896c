package kz.zhospar.common.ui;

import static kz.zhospar.common.ui.Texts.t;

/** How large a file is, in words. */
public final class FileSize {

    private static final long KILO = 1024;

    private FileSize() {}

    /** {@code 340 КБ}, {@code 12 МБ}; never 0. */
    public static String of(long bytes) {
        var kilobytes = Math.max(1, Math.round(bytes / (double) KILO));
        return kilobytes < KILO
                ? t("common.file.kilobytes", kilobytes)
                : t("common.file.megabytes", Math.round(kilobytes / (double) KILO));
    }
}
