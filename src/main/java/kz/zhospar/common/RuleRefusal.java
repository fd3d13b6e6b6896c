package kz.zhospar.common;

import java.util.List;

/**
 * Something that a rule does not allow; nothing has been changed.
 *
 * <p>The reason names the text shown to the person; the arguments go into it.
 */
public abstract class RuleRefusal extends RuntimeException {

    private final transient List<Object> arguments;

    protected RuleRefusal(Enum<?> reason, Object... arguments) {
        super(reason + " " + List.of(arguments));
        this.arguments = List.of(arguments);
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** Whether the person was told that there is no such thing, which is also said of what is somebody else's. */
    public abstract boolean concealsWhatThereIs();
}
