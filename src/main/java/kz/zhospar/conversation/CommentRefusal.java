package kz.zhospar.conversation;

import java.util.List;

/**
 * A comment or mark that cannot be made; nothing has been changed.
 *
 * <p>The reason names the text shown to the person; the arguments go into it.
 */
public class CommentRefusal extends RuntimeException {

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
    private final transient List<Object> arguments;

    CommentRefusal(Reason reason, Object... arguments) {
        super(reason + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
