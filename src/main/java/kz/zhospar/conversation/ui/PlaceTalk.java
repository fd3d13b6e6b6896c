package kz.zhospar.conversation.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.conversation.CommentThread;
import kz.zhospar.conversation.Discussion;
import kz.zhospar.conversation.Place;

/** The discussion of one change: a button with the number of comments, and under it on demand what they say. */
class PlaceTalk extends Div {

    private final Talk talk;
    private final Place place;
    private final String name;
    private final Button button = new Button();
    private final Span resolved = Ui.span("z-tag good z-place-talk-resolved", t("conversation.resolved"));
    private final ThreadList threads;
    private final Div composer = new Div();
    private final Div panel = Ui.div("z-place-talk-panel");

    private List<CommentThread> here = List.of();
    private boolean mayWrite;

    PlaceTalk(Talk talk, Place place) {
        this.talk = talk;
        this.place = place;
        this.name = talk.name(place);
        this.threads = new ThreadList(talk);
        addClassName("z-place-talk");
        button.addThemeVariants(ButtonVariant.SMALL);
        button.addClickListener(_ -> open(!panel.isVisible()));
        panel.add(threads, composer);
        panel.getElement().setAttribute("role", "group");
        Ui.describe(panel, t("conversation.of", name));
        add(Ui.div("z-place-talk-bar", resolved, button), panel);
        talk.join(this, this::show);
        open(isUnsent());
    }

    private void show(Discussion discussion) {
        here = discussion.on(place);
        var comments =
                here.stream().mapToInt(thread -> thread.comments().size()).sum();
        mayWrite = discussion.mayWrite();
        setVisible(mayWrite || comments > 0);
        resolved.setVisible(comments > 0 && here.stream().allMatch(CommentThread::isResolved));
        var text = comments == 0 ? t("conversation.discuss") : t("conversation.discuss.count", comments);
        button.setText(text);
        button.setAriaLabel(t("conversation.discuss.name", text, name));
        threads.show(here, mayWrite);
    }

    /** Whether the reader has begun to write here, in whichever session. */
    private boolean isUnsent() {
        return talk.isUnsent(talk.key(place)) || here.stream().anyMatch(thread -> talk.isUnsent(talk.key(thread)));
    }

    private void open(boolean open) {
        panel.setVisible(open);
        button.getElement().setAttribute("aria-expanded", String.valueOf(open));
        setClassName("open", open);
        if (open && mayWrite && composer.getComponentCount() == 0) {
            composer.add(Composer.onChange(talk, place));
        }
    }
}
