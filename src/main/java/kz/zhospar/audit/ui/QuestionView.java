package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import kz.zhospar.audit.Answer;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.QuestionService;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** The questions that every audit asks, and the answers to the one that the address names. */
@Route(QuestionView.ADDRESS)
@RolesAllowed({Roles.ECONOMY, Roles.AKIM_OFFICE, Roles.AUDITOR})
class QuestionView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    static final String ADDRESS = "audit/queries";

    private final QuestionService questions;
    private final PlanSnapshot plan;
    private final OrderedList rows = new OrderedList();
    private final Div rest = Ui.div("z-answers-rest");
    private @Nullable Question question;

    QuestionView(QuestionService questions, HistoryService history) {
        this.questions = questions;
        this.plan = history.plan();
        rows.addClassName("z-answers");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String name) {
        removeAll();
        question = name == null ? null : Question.of(name).orElse(null);
        if (name != null && question == null) {
            event.rerouteToError(NotFoundException.class);
        } else if (question == null) {
            add(head(t("question.all"), t("question.all.lead")), list());
        } else {
            add(head(t("question." + question), t("question." + question + ".what")), others(question), rows, rest);
            rows.removeAll();
            append(question, null);
        }
    }

    private Component head(String title, String lead) {
        var crumbs = Ui.div("z-crumbs", Ui.link(ADDRESS, t("question.all")));
        crumbs.setVisible(question != null);
        var paragraph = new Paragraph(lead);
        paragraph.addClassName("z-lead");
        return Ui.div("z-page-head", Ui.div("", crumbs, new H1(title), paragraph));
    }

    private static Component list() {
        var list = new UnorderedList();
        list.addClassName("z-questions");
        for (var one : Question.values()) {
            list.add(new ListItem(
                    Ui.link(address(one), t("question." + one)), new Paragraph(t("question." + one + ".what"))));
        }
        return list;
    }

    private static Nav others(Question chosen) {
        var nav = new Nav();
        nav.addClassName("z-chips");
        Ui.describe(nav, t("question.all"));
        for (var one : Question.values()) {
            var link = Ui.link(address(one), t("question." + one));
            if (one == chosen) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    private static String address(Question question) {
        return ADDRESS + "/" + question.address();
    }

    private void append(Question asked, Answer.@Nullable Place after) {
        rest.removeAll();
        var page = questions.ask(asked, after);
        page.rows().forEach(answer -> rows.add(new AnswerRow(plan, answer)));
        var next = page.next();
        if (next == null) {
            rest.add(end());
            return;
        }
        var isShort = page.isCutShort(QuestionService.PAGE);
        if (isShort) {
            rest.add(Ui.div("z-soft", Ui.span("", t("question.looked", String.valueOf(next.revision())))));
        }
        rest.add(new Button(t(isShort ? "question.further" : "audit.log.more"), _ -> append(asked, next)));
    }

    private Component end() {
        return rows.getComponentCount() == 0
                ? Ui.div("z-empty", Ui.span("", t("question.none")))
                : Ui.div("z-soft z-small", Ui.span("", t("question.end")));
    }

    @Override
    public String getPageTitle() {
        return t("question.page-title", t(question == null ? "question.all" : "question." + question));
    }
}
