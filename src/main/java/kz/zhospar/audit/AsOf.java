package kz.zhospar.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which plan is asked for, in the words of an address; the one in force when nothing is said.
 *
 * @param moment a day, which stands for its end in the city, or an instant with its offset
 * @param revision the number of any revision
 */
public record AsOf(@Nullable String moment, @Nullable String revision) {

    public static final AsOf NOW = new AsOf(null, null);

    public static AsOf revision(long number) {
        return new AsOf(null, String.valueOf(number));
    }

    public boolean isNow() {
        return moment == null && revision == null;
    }
}
