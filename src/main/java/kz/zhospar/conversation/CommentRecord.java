package kz.zhospar.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One comment as it was written.
 *
 * @param text with a mention of somebody as {@code @[account]}; plain text, whatever it looks like
 * @param mentions who is mentioned: account and the name of the moment
 */
public record CommentRecord(UUID id, Signed author, String text, Map<String, String> mentions) {

    /** The text in pieces, each mention one of its own. */
    public List<MentionedText.Piece> pieces() {
        return MentionedText.pieces(text, mentions);
    }

    /** The text as people read it, a mention as {@code @Name}. */
    public String shown() {
        return MentionedText.shown(text, mentions);
    }
}
