package kz.zhospar.conversation.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.conversation.Discussion;

/** What was said on the request as a whole, where the discussion of single changes is, and room for a new comment. */
class DiscussionCard extends Section {

    private final Talk talk;
    private final Span elsewhere = Ui.span("z-soft z-small z-discussion-elsewhere", "");
    private final Div empty = Ui.div("z-empty", new Paragraph(t("conversation.empty")));
    private final ThreadList threads;
    private final Div composer = new Div();
    private final Span news = Ui.spoken("");

    private int seen = -1;

    DiscussionCard(Talk talk) {
        this.talk = talk;
        this.threads = new ThreadList(talk);
        addClassNames("z-card", "z-discussion");
        news.getElement().setAttribute("role", "status");
        add(new H2(t("conversation.title")), elsewhere, empty, threads, composer, news);
        talk.join(this, this::show);
    }

    private void show(Discussion discussion) {
        var general = talk.general(discussion);
        threads.show(general, discussion.mayWrite());
        empty.setVisible(general.isEmpty());
        showElsewhere(discussion);
        if (discussion.mayWrite() && composer.getComponentCount() == 0) {
            composer.add(Composer.onRequest(talk));
        }
        announce(discussion);
    }

    private void showElsewhere(Discussion discussion) {
        var others = discussion.threads().stream()
                .filter(thread -> thread.place() != null && !talk.isGone(thread.place()))
                .toList();
        var open = others.stream().filter(thread -> !thread.isResolved()).count();
        elsewhere.setVisible(!others.isEmpty());
        elsewhere.setText(t("conversation.on-changes", others.size(), open));
    }

    /** Those who hear the page learn of a new comment, too. */
    private void announce(Discussion discussion) {
        var comments = discussion.threads().stream()
                .flatMap(thread -> thread.comments().stream())
                .toList();
        if (seen >= 0 && comments.size() > seen) {
            comments.stream()
                    .max(Comparator.comparing(comment -> comment.author().at()))
                    .ifPresent(last ->
                            news.setText(t("conversation.new", last.author().name())));
        }
        seen = comments.size();
    }
}
