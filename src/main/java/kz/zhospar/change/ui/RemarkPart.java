package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;

/** What an approver said of a change that came back, with the value that he suggests; the author answers with one press. */
class RemarkPart extends Div {

    RemarkPart(ItemVerdict remark, ChangeWords words) {
        addClassNames("z-alert", "wait", "z-remark");
        add(Ui.span("z-change-caption", t("request.remark")));
        if (!remark.reason().isBlank()) {
            add(new FoldedText(remark.reason()));
        }
        if (remark.suggestion() != null) {
            add(suggested(remark, words));
        }
    }

    /** {@code Предложено: 41,5}. */
    static Span suggested(ItemVerdict verdict, ChangeWords words) {
        var edit = (Change.Edit) verdict.change();
        if (verdict.suggestion() instanceof LocalizedText) {
            var differing = new Change.Edit(edit.ref(), edit.field(), edit.value(), verdict.suggestion());
            var texts = words.lines(differing).stream().map(line -> t("change.violation", line.what(), line.after()));
            return Ui.span("z-remark-suggestion", t("request.suggested", texts.collect(Collectors.joining("; "))));
        }
        return Ui.span("z-remark-suggestion", t("request.suggested", words.value(edit.field(), verdict.suggestion())));
    }

    /** The two answers to a suggestion. */
    RemarkPart answered(long number, Change change, DraftService drafts, RequestActions.Desk desk) {
        add(Ui.div(
                "z-change-tools",
                answer(t("request.suggestion.take"), desk, () -> drafts.takeSuggestion(number, change)),
                answer(t("request.suggestion.decline"), desk, () -> drafts.declineSuggestion(number, change))));
        return this;
    }

    private static Button answer(String text, RequestActions.Desk desk, Supplier<RequestDetails> work) {
        var button = Buttons.once(text, () -> desk.attempt(work));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
