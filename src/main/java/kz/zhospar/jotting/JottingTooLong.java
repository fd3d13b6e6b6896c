package kz.zhospar.jotting;

/** A text that is too long to be kept; what was kept before stays. */
public class JottingTooLong extends RuntimeException {

    private final int longest;

    JottingTooLong(int longest) {
        super("A jotting has at most " + longest + " characters");
        this.longest = longest;
    }

    /** How many characters are kept at most. */
    public int longest() {
        return longest;
    }
}
