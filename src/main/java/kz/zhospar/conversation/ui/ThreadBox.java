package kz.zhospar.conversation.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.conversation.CommentRefusal;
import kz.zhospar.conversation.CommentThread;

/** A comment with its replies; a resolved thread is folded to one line. */
class ThreadBox extends Article {

    private final Talk talk;
    private final Span resolution = Ui.span("z-small", "");
    private final Button unfold = quiet();
    private final Div head = Ui.div("z-thread-head", Ui.span("z-tag good", t("conversation.resolved")), resolution);
    private final OrderedList comments = new OrderedList();
    private final Set<UUID> shown = new HashSet<>();
    private final Button reply = quiet();
    private final Button mark = quiet();
    private final Div composer = new Div();
    private final Div body = new Div(comments);

    private CommentThread thread;

    ThreadBox(Talk talk, CommentThread thread, boolean mayWrite) {
        this.talk = talk;
        this.thread = thread;
        addClassName("z-thread");
        comments.addClassName("z-comments");
        Ui.describe(
                this,
                t("conversation.thread", thread.comments().getFirst().author().name()));
        var place = thread.place();
        if (place != null && talk.isGone(place)) {
            add(Ui.div("z-thread-place", Ui.span("z-soft z-small", t("conversation.gone", talk.name(place)))));
        }
        unfold.addClickListener(_ -> fold(body.isVisible()));
        head.add(unfold);
        add(head, body);
        if (mayWrite) {
            offer();
        }
        show(thread);
        fold(thread.isResolved() && !isBeingWritten());
    }

    private void offer() {
        reply.setText(t("conversation.reply"));
        reply.addClickListener(_ -> openReply().focus());
        mark.setDisableOnClick(true);
        mark.addClickListener(_ -> toggle());
        body.add(Ui.div("z-thread-bar", reply, mark), composer);
        if (talk.isUnsent(talk.key(thread))) {
            openReply();
        }
    }

    private Composer openReply() {
        if (composer.getComponentCount() == 0) {
            composer.add(Composer.reply(talk, thread, this::closeReply));
        }
        reply.setVisible(false);
        return (Composer) composer.getComponentAt(0);
    }

    private void closeReply() {
        composer.removeAll();
        reply.setVisible(true);
        reply.focus();
    }

    void show(CommentThread thread) {
        var folds = thread.isResolved() != this.thread.isResolved();
        this.thread = thread;
        var all = thread.comments();
        for (int i = 0; i < all.size(); i++) {
            if (shown.add(all.get(i).id())) {
                comments.addComponentAtIndex(i, new CommentItem(talk.plan().tree(), all.get(i)));
            }
        }
        mark.setText(thread.isResolved() ? t("conversation.reopen") : t("conversation.resolve"));
        head.setVisible(thread.isResolved());
        var resolved = thread.resolved();
        if (resolved != null) {
            resolution.setText(
                    t("conversation.resolved-by", resolved.name(), Ui.formats().moment(resolved.at())));
        }
        // Nobody's reply disappears under his hands because somebody else has resolved the thread.
        fold(folds ? thread.isResolved() && !isBeingWritten() : !body.isVisible());
    }

    private boolean isBeingWritten() {
        return composer.getComponentCount() > 0 && !((Composer) composer.getComponentAt(0)).isEmpty();
    }

    private void fold(boolean folded) {
        body.setVisible(!folded);
        unfold.setText(folded ? t("conversation.unfold", thread.comments().size()) : t("conversation.fold"));
        unfold.getElement().setAttribute("aria-expanded", String.valueOf(!folded));
    }

    private void toggle() {
        try {
            talk.mark(thread, !thread.isResolved());
            if (thread.isResolved()) {
                unfold.focus();
            }
        } catch (CommentRefusal e) {
            Ui.warn(Composer.message(e));
        } finally {
            mark.setEnabled(true);
        }
    }

    private static Button quiet() {
        var button = new Button();
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return button;
    }
}
