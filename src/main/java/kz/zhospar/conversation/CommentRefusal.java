package kz.zhospar.conversation;

import kz.zhospar.common.RuleRefusal;

/**
 * A comment or mark that cannot be made; nothing has been changed.
 *
 * <p>The reason names the text shown to the person; the arguments go into it.
 */
public class CommentRefusal extends RuleRefusal {

    public enum Reason {
        /** The thread or the place is not there, or not the person's to see. */
        NOT_FOUND,
        EMPTY,
        /** Argument: how many characters a comment has at most. */
        TOO_LONG,
        /** Somebody mentioned may not read the request. Argument: the name. */
        MENTIONS_STRANGER
    }

    private final Reason reason;

    CommentRefusal(Reason reason, Object... arguments) {
        super(reason, arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public boolean concealsWhatThereIs() {
        return reason == Reason.NOT_FOUND;
    }
}
