package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.Consumer;
import kz.zhospar.change.ui.Confirmation;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.common.ui.Outages;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.reporting.FactEntry;
import kz.zhospar.reporting.Report;
import kz.zhospar.reporting.ReportService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a body writes its facts: how far it has come, the rows, and the way to the approval. */
class FactSheet extends Div implements FactRow.Desk {

    private static final Logger LOG = LoggerFactory.getLogger(FactSheet.class);

    private final ReportService reports;
    private final PlanService plans;
    private final Runnable reload;
    private final Div progress = Ui.div("rp-own");
    private final Span saved = Ui.span("z-soft z-small", "");
    private final Alert problem = new Alert();
    private final FactTable table;
    private final Button submit = new Button(t("reporting.submit"));
    private Report report;

    /**
     * @param account of the reader
     * @param filter takes whether only rows without a fact are wanted
     * @param reload shows the page anew
     */
    FactSheet(
            ReportService reports,
            PlanService plans,
            Report report,
            boolean onlyMissing,
            String account,
            Consumer<Boolean> filter,
            Runnable reload) {
        this.reports = reports;
        this.plans = plans;
        this.report = report;
        this.reload = reload;
        addClassName("rp-sheet");
        saved.getElement().setAttribute("role", "status");
        table = new FactTable(plans.current().tree(), report, onlyMissing, account, this, this::say);
        add(bar(onlyMissing, filter), problem);
        if (report.mayEnter()) {
            var hint = new Paragraph(t("reporting.hint"));
            hint.addClassNames("z-soft", "z-small", "rp-hint");
            add(hint);
        }
        add(table);
        if (table.isEmpty()) {
            add(Ui.div("z-card z-empty", new Paragraph(t("reporting.all-filled"))));
        }
        showProgress();
    }

    private Div bar(boolean onlyMissing, Consumer<Boolean> filter) {
        var only = new Checkbox(t("reporting.only-missing"), onlyMissing);
        only.addValueChangeListener(event -> filter.accept(event.getValue()));
        var bar = Ui.div("rp-bar", progress, only, saved);
        if (report.mayEnter()) {
            submit.addThemeVariants(ButtonVariant.PRIMARY);
            submit.setDisableOnClick(true);
            submit.addClickListener(_ -> {
                askToSubmit();
                submit.setEnabled(true);
            });
            bar.add(submit);
        }
        return bar;
    }

    private void showProgress() {
        var own = report.progress();
        progress.removeAll();
        progress.add(Ui.span("rp-own-count", t("reporting.filled", own.filled(), own.rows())), new ProgressBar(own));
    }

    private void say(String text) {
        saved.setText(text);
    }

    @Override
    public @Nullable String save(FactEntry entry, boolean whole) {
        try {
            report = reports.enter(report.campaign().number(), entry);
            table.show(report);
            showProgress();
            say(whole ? t("reporting.saved") : "");
            return null;
        } catch (RuntimeException e) {
            say("");
            return ReportingWords.message(e, plans.current()).orElseGet(() -> failure(e));
        }
    }

    @Override
    public LocalDate today() {
        return report.today();
    }

    private String failure(RuntimeException e) {
        LOG.error("A fact of period {} was not saved", report.campaign().number(), e);
        return Outages.explain(e).orElseGet(() -> t("reporting.not-saved"));
    }

    @Override
    public void settle(ItemRef series, boolean keepMine) {
        attempt(() -> reports.settle(report.campaign().number(), series, keepMine));
    }

    private void askToSubmit() {
        var missing = report.progress().missing();
        if (missing == 0) {
            submit();
            return;
        }
        new Confirmation(
                        t("reporting.submit"),
                        t("reporting.submit.missing", missing, report.progress().rows()),
                        t("reporting.submit.part"),
                        this::submit)
                .open();
    }

    private void submit() {
        attempt(() -> {
            var request = reports.submit(report.campaign().number());
            Ui.tell(t("reporting.submitted", String.valueOf(request.number())));
        });
    }

    private void attempt(Runnable work) {
        problem.hide();
        try {
            work.run();
        } catch (StalePlanException stale) {
            // The rows in question say so themselves, with both values.
            Refusals.tell(stale, plans.current());
        } catch (RuntimeException e) {
            problem.say(ReportingWords.message(e, plans.current()).orElseThrow(() -> e));
            return;
        }
        reload.run();
    }
}
