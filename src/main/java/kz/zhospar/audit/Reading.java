package kz.zhospar.audit;

import java.util.Optional;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/**
 * What somebody had before him or took with him. It is kept as a revision's reason, in a form that every language can
 * put into words of its own: {@code HISTORY SERIES 6f1c…}, {@code EXPORT comparison 12..40 (18233)}.
 *
 * @param object what was read, as its address names it: an item, a number, the name of a question or of a file
 * @param request number of the change request that was read or that the file is about, if any
 * @param size of a file that was taken, in bytes
 */
public record Reading(
        What what,
        String object,
        @Nullable Long request,
        @Nullable Long size) {

    /** The kinds of reading that are kept. */
    public enum What {
        /** Of an item. */
        HISTORY,
        /** The details of one revision. */
        REVISION,
        REQUEST,
        /** One of the built-in questions. */
        QUESTION,
        /** A comparison or a table as a file. */
        EXPORT,
        /** The basis document of a request. */
        DOCUMENT,
        /** A pack of evidence. */
        EVIDENCE
    }

    private static final int LONGEST = 300;

    public Reading {
        if (object.isBlank() || object.length() > LONGEST) {
            throw new IllegalArgumentException("Not the name of an object: " + object);
        }
    }

    public static Reading history(ItemRef ref) {
        return new Reading(What.HISTORY, ref.toString(), null, null);
    }

    public static Reading revision(long number) {
        return new Reading(What.REVISION, String.valueOf(number), null, null);
    }

    public static Reading request(long number) {
        return new Reading(What.REQUEST, String.valueOf(number), number, null);
    }

    public static Reading question(Question question) {
        return new Reading(What.QUESTION, question.address(), null, null);
    }

    /** A file that was taken away. */
    public static Reading file(What what, String name, @Nullable Long request, long size) {
        return new Reading(what, name, request, size);
    }

    String reason() {
        return what + " " + object + (size == null ? "" : " (" + size + ")");
    }

    /** Reads what a revision keeps; empty for a reading that somebody else described in words. */
    public static Optional<Reading> of(String reason) {
        var space = reason.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        try {
            var what = What.valueOf(reason.substring(0, space));
            var object = reason.substring(space + 1);
            var size = object.matches(".* \\(\\d{1,18}\\)") ? object.lastIndexOf(" (") : object.length();
            return Optional.of(new Reading(
                    what,
                    object.substring(0, size),
                    null,
                    size == object.length() ? null : Long.valueOf(object.substring(size + 2, object.length() - 1))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
