package kz.zhospar.common.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.util.Optional;
import kz.zhospar.common.Outage;

/** What an outage of the database means to the reader. */
public final class Outages {

    private Outages() {}

    /** Why nothing could be saved or shown just now; empty for a failure of another kind. */
    public static Optional<String> explain(Throwable failure) {
        return Outage.of(failure).map(outage -> switch (outage) {
            case UNREACHABLE -> t("common.outage.unreachable");
            case READ_ONLY -> t("common.outage.read-only");
            case FULL -> t("common.outage.full");
        });
    }
}
