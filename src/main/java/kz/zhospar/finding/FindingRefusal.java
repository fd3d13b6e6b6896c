package kz.zhospar.finding;

import java.util.List;

/** Something that cannot be done with a finding; nothing has been changed. The reason names the text shown. */
public class FindingRefusal extends RuntimeException {

    public enum Reason {
        NOT_FOUND,
        /** Arguments: the field. */
        MISSING,
        /** Arguments: the field, the longest length. */
        TOO_LONG,
        DUE_PAST,
        DUE_FAR,
        /** The subject does not exist or is not the person's to read. */
        NO_SUBJECT,
        /** Nobody of the body could answer. */
        NOBODY_ANSWERS,
        /** Somebody has answered, closed or withdrawn it in the meantime. */
        MOVED_ON
    }

    public enum Field {
        BODY,
        SEVERITY,
        TEXT,
        DUE,
        ANSWER
    }

    private final Reason reason;
    private final transient List<Object> arguments;

    public FindingRefusal(Reason reason, Object... arguments) {
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
