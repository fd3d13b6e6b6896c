package kz.zhospar.workspace.ui;

import org.jspecify.annotations.Nullable;

/**
 * What became of something typed.
 *
 * @param message why it was not saved, or what to look at although it was
 */
record Outcome(boolean saved, @Nullable String message) {
    static final Outcome SAVED = new Outcome(true, null);

    static Outcome savedBut(@Nullable String hint) {
        return new Outcome(true, hint);
    }

    static Outcome refused(String message) {
        return new Outcome(false, message);
    }
}
