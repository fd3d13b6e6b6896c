package kz.zhospar.conversation.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.conversation.CommentRefusal;
import kz.zhospar.conversation.CommentThread;
import kz.zhospar.conversation.Place;
import kz.zhospar.jotting.ui.KeptText;
import org.jspecify.annotations.Nullable;

/** Where a comment is written. What is typed is kept until it has been sent; a refusal leaves it where it is. */
class Composer extends Div {

    private final Talk talk;
    private final @Nullable Place place;
    private final @Nullable UUID thread;
    private final Runnable done;
    private final TextArea area;
    private final KeptText kept;
    private final Alert problem = new Alert();

    private Composer(
            Talk talk,
            @Nullable Place place,
            @Nullable UUID thread,
            String key,
            String label,
            String send,
            Runnable done) {
        this.talk = talk;
        this.place = place;
        this.thread = thread;
        this.done = done;
        this.area = new TextArea(label);
        addClassName("z-composer");
        area.setMinRows(2);
        area.setMaxRows(14);
        kept = KeptText.in(area, key, talk.jottings());
        var mention = new MentionPicker(area, talk::mentionable);
        add(area, problem, Ui.div("z-composer-bar", send(send), mention.button()), mention);
    }

    static Composer onRequest(Talk talk) {
        return first(talk, null, t("conversation.write.request"));
    }

    static Composer onChange(Talk talk, Place place) {
        return first(talk, place, t("conversation.write.change"));
    }

    private static Composer first(Talk talk, @Nullable Place place, String label) {
        return new Composer(talk, place, null, talk.key(place), label, t("conversation.send"), () -> {});
    }

    /** @param done what happens when the reply has been sent */
    static Composer reply(Talk talk, CommentThread thread, Runnable done) {
        return new Composer(
                talk,
                null,
                thread.id(),
                talk.key(thread),
                t("conversation.write.reply"),
                t("conversation.send.reply"),
                done);
    }

    boolean isEmpty() {
        return area.isEmpty();
    }

    void focus() {
        area.focus();
    }

    private Button send(String text) {
        var send = new Button(text);
        send.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> {
            try {
                write();
            } finally {
                send.setEnabled(true);
            }
        });
        return send;
    }

    private void write() {
        problem.hide();
        area.focus();
        try {
            talk.write(place, thread, area.getValue());
            kept.sent();
            done.run();
        } catch (CommentRefusal e) {
            tell(message(e));
        } catch (Refusal e) {
            tell(Refusals.message(e, talk.plan()));
        }
    }

    private void tell(String text) {
        problem.say(text);
    }

    static String message(CommentRefusal refusal) {
        return t("conversation.refusal." + refusal.reason(), refusal.arguments().toArray());
    }
}
