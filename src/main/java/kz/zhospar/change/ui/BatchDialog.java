package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ReviewService;
import kz.zhospar.change.Risk;
import kz.zhospar.change.Verdict;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;

/**
 * Shows several light requests with their changes and approves each by a decision of its own, bound to what was shown; then
 * tells of each how it came out.
 */
class BatchDialog extends Dialog {

    private final RequestService requests;
    private final ReviewService reviews;
    private final PlanSnapshot plan;
    private final UnorderedList list = new UnorderedList();

    /** @param after is told when the dialog closes after anything was decided */
    BatchDialog(List<Long> numbers, RequestService requests, ReviewService reviews, PlanSnapshot plan, Runnable after) {
        super(t("request.batch.title"));
        this.requests = requests;
        this.reviews = reviews;
        this.plan = plan;
        setWidth("46rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        list.addClassName("z-batch-list");
        var shown = numbers.stream().map(requests::open).toList();
        shown.forEach(details -> list.add(item(details, lines(details))));
        var confirm = Buttons.once(t("request.batch.confirm", shown.size()), () -> approve(shown, after));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(t("request.batch.lead")), list);
        getFooter().add(new Button(t("change.cancel"), _ -> close()), confirm);
    }

    private static ListItem item(RequestDetails details, Component below) {
        return new ListItem(Ui.div("z-batch-name", Ui.span("", RequestWords.name(details.summary()))), below);
    }

    /** Those changes on which the reader decides. */
    private Component lines(RequestDetails details) {
        var mine = details.mine() == null ? details.changes() : details.mine().changes();
        return new ChangeLines(new ChangeWords(plan, details.changes()), mine, _ -> true);
    }

    private void approve(List<RequestDetails> shown, Runnable after) {
        list.removeAll();
        shown.forEach(details -> list.add(item(details, outcome(details))));
        getFooter().removeAll();
        getFooter().add(new Button(t("request.batch.close"), _ -> close()));
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                after.run();
            }
        });
    }

    private Component outcome(RequestDetails details) {
        try {
            requireLow(details.number());
            reviews.approve(details.number(), details.contentHash(), "");
            return DecisionList.verdict(Verdict.APPROVED);
        } catch (RuntimeException e) {
            var why = Refusals.explain(e, plan).orElseThrow(() -> e);
            return Ui.div("z-alert bad", why);
        }
    }

    /** What has become weightier since it was chosen is looked at by itself. */
    private void requireLow(long number) {
        if (requests.find(number).summary().risk() != Risk.LOW) {
            throw new Refusal(Refusal.Reason.CONTENT_CHANGED, number);
        }
    }
}
