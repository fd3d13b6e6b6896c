package kz.zhospar.conversation.ui;

import com.vaadin.flow.component.html.Div;
import kz.zhospar.change.ui.FoldedText;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.conversation.CommentRecord;

/** What somebody has said, as plain text; mentions stand out, a very long text opens on demand. */
class CommentText extends Div {

    private static final int LONGEST_OPEN = 400;

    CommentText(CommentRecord comment) {
        addClassName("z-comment-text");
        var shown = comment.shown();
        if (shown.length() > LONGEST_OPEN) {
            add(new FoldedText(shown));
            return;
        }
        addClassName("z-prose");
        comment.pieces().forEach(piece -> add(Ui.span(piece.isMention() ? "z-mention" : "", piece.text())));
    }
}
