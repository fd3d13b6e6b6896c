package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.common.ui.Ui;

/** Begins to propose changes: in a new draft, or in one of those that the person has left open. */
class DraftChoice extends Div {

    private static final Set<RequestState> OPEN =
            Set.of(RequestState.DRAFT, RequestState.RETURNED, RequestState.WITHDRAWN);

    private final RequestService requests;
    private final DraftService drafts;
    private final String goal;
    private final Section section;
    private final Div choice = new Div();

    DraftChoice(RequestService requests, DraftService drafts, String goal, Section section) {
        this.requests = requests;
        this.drafts = drafts;
        this.goal = goal;
        this.section = section == Section.HISTORY ? Section.INDICATORS : section;
        addClassName("ws-draft-choice");
        var propose = Buttons.once(t("workspace.draft.propose"), this::propose);
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        choice.setVisible(false);
        choice.addClassName("ws-draft-list");
        add(propose, choice);
    }

    private void propose() {
        var open = requests.own(OPEN);
        if (open.isEmpty()) {
            begin();
        } else {
            offer(open);
        }
    }

    private void offer(List<RequestSummary> open) {
        choice.removeAll();
        var list = new UnorderedList();
        open.forEach(request -> list.add(new ListItem(
                Ui.link(address(request.number()), name(request)),
                Ui.span(
                        "z-soft z-small",
                        t(
                                "workspace.draft.about",
                                t("change.state." + request.state()),
                                request.changes(),
                                Ui.formats().moment(request.editedAt()))))));
        choice.add(
                new Paragraph(t("workspace.draft.open-ones")),
                list,
                Buttons.once(t("workspace.draft.new"), this::begin));
        choice.setVisible(true);
        choice.getElement().setAttribute("role", "status");
    }

    private static String name(RequestSummary request) {
        var number = String.valueOf(request.number());
        return request.title().isBlank()
                ? t("workspace.draft.go-on.untitled", number)
                : t("workspace.draft.go-on", number, request.title());
    }

    private void begin() {
        var number = drafts.open();
        var asked = Map.of("section", section.key(), "draft", String.valueOf(number));
        getUI().ifPresent(ui -> ui.navigate(Addresses.goalPath(goal), QueryParameters.simple(asked)));
    }

    private String address(long draft) {
        return Addresses.goal(goal, section, draft);
    }
}
