package kz.zhospar.conversation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts in which {@code @[account]} stands for a person, so that a mention outlives every change of names. */
public final class MentionedText {

    private static final Pattern MENTION = Pattern.compile("@\\[([^\\[\\]\\s]{1,200})]");

    private MentionedText() {}

    /** A part of a text; a mention is shown as {@code @Name}. */
    public record Piece(String text, boolean isMention) {}

    /** How somebody is mentioned in a text. */
    public static String mention(String account) {
        return "@[" + account + "]";
    }

    /** Everything that has the form of a mention, whether such an account exists or not. */
    public static Set<String> accounts(String text) {
        return MENTION.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The text in pieces.
     *
     * @param names of the people mentioned, by account; what only looks like a mention stays text
     */
    static List<Piece> pieces(String text, Map<String, String> names) {
        var pieces = new ArrayList<Piece>();
        var plainFrom = 0;
        var mentions = MENTION.matcher(text);
        while (mentions.find()) {
            var name = names.get(mentions.group(1));
            if (name != null) {
                add(pieces, text.substring(plainFrom, mentions.start()));
                pieces.add(new Piece("@" + name, true));
                plainFrom = mentions.end();
            }
        }
        add(pieces, text.substring(plainFrom));
        return pieces;
    }

    private static void add(List<Piece> pieces, String plain) {
        if (!plain.isEmpty()) {
            pieces.add(new Piece(plain, false));
        }
    }

    /** The text as people read it. */
    static String shown(String text, Map<String, String> names) {
        return pieces(text, names).stream().map(Piece::text).collect(Collectors.joining());
    }
}
