package kz.zhospar.live.internal;

import org.jspecify.annotations.Nullable;

/**
 * One page that somebody has open.
 *
 * @param id of this one opening
 * @param place such as {@code goal/1.1}
 * @param body the key of the person's body
 * @param cell what is being edited there
 */
public record Tab(
        String id,
        String place,
        String account,
        String name,
        @Nullable String body,
        @Nullable String cell) {

    private static final int LONGEST = 200;

    public Tab editing(@Nullable String cell) {
        return new Tab(id, place, account, name, body, cell);
    }

    /** Whether this can be told to others, and is what others could have told. */
    public boolean fits() {
        return isWord(id)
                && isWord(place)
                && isWord(account)
                && isWord(name)
                && (body == null || isWord(body))
                && (cell == null || isWord(cell));
    }

    @SuppressWarnings("ConstantValue") // what comes from outside may lack anything
    private static boolean isWord(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }
}
