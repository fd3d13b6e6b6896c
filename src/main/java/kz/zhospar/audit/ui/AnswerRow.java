package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import kz.zhospar.audit.Answer;
import kz.zhospar.change.ui.ChangeLines;
import kz.zhospar.change.ui.ChangeWords;
import kz.zhospar.change.ui.FoldedText;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanSnapshot;

/** One answer: when, who in which position, the request, old and new, and what is conspicuous about it. */
class AnswerRow extends ListItem {

    AnswerRow(PlanSnapshot plan, Answer answer) {
        addClassName("z-answer");
        add(head(answer), signs(plan, answer));
        var value = answer.value();
        if (value != null) {
            var change = new Change.Edit(value.ref(), value.field(), value.before(), value.after());
            add(new ChangeLines(new ChangeWords(plan, List.of(change)), List.of(change), _ -> true));
        }
        add(who(plan, answer));
        var request = answer.revision().request();
        if (request != null) {
            add(request(request, answer));
        }
        if (value == null && !answer.revision().reason().isBlank()) {
            add(new FoldedText(answer.revision().reason()));
        }
    }

    private static Component head(Answer answer) {
        var number = answer.revision().number();
        return Ui.div(
                "z-answer-head",
                Ui.span("z-number", Ui.formats().exactMoment(answer.revision().at())),
                Ui.link("audit?revision=" + number, t("question.revision", String.valueOf(number))));
    }

    private static Component signs(PlanSnapshot plan, Answer answer) {
        var list = new UnorderedList();
        list.addClassName("z-answer-signs");
        answer.signs().forEach(sign -> list.add(new ListItem(SignWords.of(plan.tree(), sign))));
        return list;
    }

    private static Component who(PlanSnapshot plan, Answer answer) {
        var who = Ui.div(
                "z-answer-who",
                Ui.span(
                        "",
                        t(
                                answer.value() == null ? "question.decided-by" : "question.applied-by",
                                RevisionWords.who(plan.tree(), answer.revision()))));
        var author = answer.author();
        if (author != null) {
            who.add(Ui.span(
                    "",
                    t("question.author", Signatures.of(plan.tree(), author.name(), author.position(), author.body()))));
        }
        return who;
    }

    private static Component request(long number, Answer answer) {
        var line = Ui.div("z-answer-request", RevisionWords.request(number));
        line.add(Ui.span("", Objects.requireNonNullElse(answer.title(), "")));
        return line;
    }
}
