package kz.zhospar.conversation.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.ui.ChangeWords;
import kz.zhospar.conversation.CommentThread;
import kz.zhospar.conversation.ConversationService;
import kz.zhospar.conversation.Discussion;
import kz.zhospar.conversation.Place;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** The discussion of one request on one page: read once for all parts of the page, and told to them when it changes. */
final class Talk {

    private final ConversationService conversations;
    private final Jottings jottings;
    private final Set<Consumer<Discussion>> parts = new LinkedHashSet<>();

    private RequestDetails details;
    private PlanSnapshot plan;
    private ChangeWords words;
    private Discussion discussion;
    private Set<String> unsent;
    private @Nullable MentionLabels mentionable;

    private Talk(RequestDetails details, PlanSnapshot plan, ConversationService conversations, Jottings jottings) {
        this.conversations = conversations;
        this.jottings = jottings;
        this.details = details;
        this.plan = plan;
        this.words = new ChangeWords(plan, details.changes());
        this.discussion = conversations.of(details.number());
        this.unsent = jottings.keys(prefix());
    }

    /** The talk of the page; read anew when the page shows the request anew. */
    static Talk on(
            UI ui, RequestDetails details, PlanSnapshot plan, ConversationService conversations, Jottings jottings) {
        var talk = ComponentUtil.getData(ui, Talk.class);
        if (talk == null || talk.details.number() != details.number()) {
            talk = new Talk(details, plan, conversations, jottings);
            ComponentUtil.setData(ui, Talk.class, talk);
        } else if (talk.details != details) {
            talk.showAnew(details, plan);
        }
        return talk;
    }

    private void showAnew(RequestDetails details, PlanSnapshot plan) {
        this.details = details;
        this.plan = plan;
        this.words = new ChangeWords(plan, details.changes());
        this.unsent = jottings.keys(prefix());
        this.mentionable = null;
        refresh();
    }

    /** Shows a part what is said, now and as long as it is on the page. */
    void join(Component part, Consumer<Discussion> show) {
        show.accept(discussion);
        part.addAttachListener(_ -> {
            parts.add(show);
            show.accept(discussion);
        });
        part.addDetachListener(_ -> parts.remove(show));
    }

    /** Reads what is said by now. */
    void refresh() {
        try {
            discussion = conversations.of(details.number());
        } catch (Refusal _) {
            // No longer the reader's to see: the next click says so, and what is on the screen has been seen.
            return;
        }
        List.copyOf(parts).forEach(part -> part.accept(discussion));
    }

    void write(@Nullable Place place, @Nullable UUID thread, String text) {
        conversations.write(details.number(), place, thread, mentionable().toMentions(text));
        refresh();
    }

    void mark(CommentThread thread, boolean resolved) {
        if (resolved) {
            conversations.resolve(thread.id());
        } else {
            conversations.reopen(thread.id());
        }
        refresh();
    }

    MentionLabels mentionable() {
        var known = mentionable;
        if (known == null) {
            known = new MentionLabels(conversations.mentionable(details.number()), plan.tree());
            mentionable = known;
        }
        return known;
    }

    /** The threads on the whole request, and those whose change is no longer a part of it. */
    List<CommentThread> general(Discussion discussion) {
        return discussion.threads().stream()
                .filter(thread -> thread.place() == null || isGone(thread.place()))
                .toList();
    }

    boolean isGone(Place place) {
        return details.changes().stream().noneMatch(change -> Place.of(change).equals(place));
    }

    /** How a place reads. */
    String name(Place place) {
        var item = words.name(place.ref());
        return place.field() == null ? item : t("change.field-of", item, words.field(place.field()));
    }

    /** The key of an unsent comment on the whole request or, with a place, on a change. */
    String key(@Nullable Place place) {
        if (place == null) {
            return prefix() + "request";
        }
        var parts = new ArrayList<String>();
        parts.add(place.ref().type().name());
        parts.add(place.ref().id().toString());
        if (place.field() != null) {
            parts.add(place.field().toString());
        }
        return prefix() + String.join("/", parts);
    }

    /** The key of an unsent reply. */
    String key(CommentThread thread) {
        return prefix() + thread.id();
    }

    private String prefix() {
        return "comment/" + details.number() + "/";
    }

    /** Whether the reader has begun to write under a key, here or in an earlier session. */
    boolean isUnsent(String key) {
        return unsent.contains(key);
    }

    Jottings jottings() {
        return jottings;
    }

    PlanSnapshot plan() {
        return plan;
    }
}
