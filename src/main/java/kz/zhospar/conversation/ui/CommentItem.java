package kz.zhospar.conversation.ui;

import com.vaadin.flow.component.html.ListItem;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.conversation.CommentRecord;
import kz.zhospar.plan.PlanTree;

/** One comment: who, when, what. */
class CommentItem extends ListItem {

    CommentItem(PlanTree plan, CommentRecord comment) {
        var author = comment.author();
        addClassName("z-comment");
        add(
                Ui.div(
                        "z-comment-head",
                        Ui.span("z-comment-who", Signatures.of(plan, author.name(), author.position(), author.body())),
                        Ui.span("z-soft z-small z-number", Ui.formats().moment(author.at()))),
                new CommentText(comment));
    }
}
