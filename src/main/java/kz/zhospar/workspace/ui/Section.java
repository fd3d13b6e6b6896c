package kz.zhospar.workspace.ui;

import java.util.Locale;
import java.util.stream.Stream;

/** The parts of a goal's page, one of them shown at a time. */
enum Section {
    INDICATORS,
    ACTIONS,
    MONEY,
    HISTORY;

    /** The word in the address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The section of an address; the first one for a word that is none. */
    static Section of(String key) {
        return Stream.of(values())
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElse(INDICATORS);
    }
}
