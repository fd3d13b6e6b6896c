package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import kz.zhospar.common.Formats;
import kz.zhospar.common.ui.Ui;

/** Says which draft one is writing in, how much is in it, and that it is saved. */
class DraftBar extends Div {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Span state = new Span();

    DraftBar(Drafting draft, String out) {
        addClassName("ws-draft-bar");
        var number = String.valueOf(draft.number());
        var title = draft.details().summary().title();
        var name = Ui.span("ws-draft-name", t("workspace.draft.name", number));
        if (!title.isBlank()) {
            name.setTitle(title);
        }
        state.getElement().setAttribute("role", "status");
        var leave = Ui.link(out, t("workspace.draft.leave"));
        leave.addClassName("ws-draft-leave");
        var request = Ui.link(Addresses.request(draft.number()), t("workspace.draft.to-request"));
        request.addClassName("ws-draft-request");
        add(name, state, Ui.div("ws-draft-links", request, leave));
        show(draft);
        draft.onChange(() -> show(draft));
    }

    private void show(Drafting draft) {
        var at = TIME.format(draft.savedAt().atZone(Formats.ZONE));
        state.setText(t("workspace.draft.state", draft.details().changes().size(), at));
    }
}
