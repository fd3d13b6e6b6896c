package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.reporting.Campaign;
import kz.zhospar.reporting.CampaignCommand;
import kz.zhospar.reporting.CampaignService;
import kz.zhospar.reporting.Scope;
import org.jspecify.annotations.Nullable;

/** The fields of a reporting period, with how much it would ask for. */
class CampaignForm extends Section {

    private static final BigDecimal USUAL_THRESHOLD = BigDecimal.TEN;

    private final CampaignService campaigns;
    private final PlanService plans;
    private final @Nullable Campaign campaign;
    private final Runnable done;
    private final TextField title = new TextField(t("reporting.field.TITLE"));
    private final Select<Integer> year = new Select<>();
    private final DayField opens = new DayField(t("reporting.field.OPENS"));
    private final DayField due = new DayField(t("reporting.field.DUE"));
    private final DayField closes = new DayField(t("reporting.field.CLOSES"));
    private final BigDecimalField threshold = new BigDecimalField(t("reporting.field.THRESHOLD"));
    private final RadioButtonGroup<Boolean> all = new RadioButtonGroup<>(t("reporting.field.SCOPE"));
    private final MultiSelectComboBox<Goal> goals = new MultiSelectComboBox<>(t("reporting.admin.goals"));
    private final MultiSelectComboBox<Indicator> indicators =
            new MultiSelectComboBox<>(t("reporting.admin.indicators"));
    private final Paragraph extent = new Paragraph();
    private final Alert problem = new Alert();

    /** @param campaign what is stated so far; null for a new period */
    CampaignForm(CampaignService campaigns, PlanService plans, @Nullable Campaign campaign, Runnable done) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.campaign = campaign;
        this.done = done;
        addClassName("z-card");
        prepare(plans.current().tree());
        fill(campaign);
        add(
                new H2(campaign == null ? t("reporting.admin.new") : t("reporting.admin.edit", campaign.title())),
                Ui.div("rp-form", title, year, opens, due, closes, threshold),
                Ui.div("rp-form-scope", all, goals, indicators, extent),
                problem,
                actions());
    }

    private void prepare(PlanTree plan) {
        title.addClassName("rp-wide");
        year.setLabel(t("reporting.field.YEAR"));
        year.setItems(plan.years().boxed().toList());
        threshold.setLocale(Texts.language().locale());
        threshold.setHelperText(t("reporting.admin.threshold.help"));
        closes.setHelperText(t("reporting.admin.closes.help"));
        all.setItems(true, false);
        all.setItemLabelGenerator(every -> t(every ? "reporting.admin.all" : "reporting.admin.chosen"));
        all.addValueChangeListener(_ -> showExtent());
        choices(
                goals,
                plan.goals().toList(),
                goal -> goal.number() + " " + goal.title().in(Texts.language()));
        choices(
                indicators,
                plan.indicators().toList(),
                one -> one.number() + " " + one.name().in(Texts.language()));
        extent.getElement().setAttribute("role", "status");
    }

    private <T> void choices(MultiSelectComboBox<T> box, List<T> items, Function<T, String> label) {
        box.setItems(items);
        box.setItemLabelGenerator(label::apply);
        box.addValueChangeListener(_ -> showExtent());
        box.addClassName("rp-wide");
    }

    private void fill(@Nullable Campaign from) {
        if (from == null) {
            year.setValue(plans.current().tree().lastYear());
            threshold.setValue(USUAL_THRESHOLD);
            all.setValue(true);
            return;
        }
        title.setValue(from.title());
        year.setValue(from.year());
        opens.setValue(from.opens());
        due.setValue(from.due());
        closes.setValue(from.closes());
        threshold.setValue(from.threshold());
        var plan = plans.current().tree();
        goals.setValue(plan.goals()
                .filter(goal -> from.scope().goals().contains(goal.ref().id()))
                .collect(Collectors.toSet()));
        indicators.setValue(plan.indicators()
                .filter(one -> from.scope().indicators().contains(one.ref().id()))
                .collect(Collectors.toSet()));
        all.setValue(from.scope().isAll());
    }

    private Scope scope() {
        if (all.getValue()) {
            return Scope.ALL;
        }
        var chosen = new Scope(
                goals.getValue().stream().map(goal -> goal.ref().id()).collect(Collectors.toSet()),
                indicators.getValue().stream().map(one -> one.ref().id()).collect(Collectors.toSet()));
        return chosen.isAll() ? nothing() : chosen;
    }

    /** To have chosen nothing yet is not to have chosen everything. */
    private static Scope nothing() {
        return new Scope(Set.of(new UUID(0, 0)), Set.of());
    }

    private void showExtent() {
        if (all.getValue() == null) {
            return;
        }
        goals.setVisible(!all.getValue());
        indicators.setVisible(!all.getValue());
        var size = campaigns.extent(scope());
        extent.setText(t("reporting.admin.extent", size.rows(), size.bodies()));
    }

    private Div actions() {
        var save = new Button(t(campaign == null ? "reporting.admin.announce" : "reporting.admin.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = Ui.link("admin/periods", t("reporting.cancel"));
        cancel.addClassName("z-button");
        return Ui.div("z-actions", save, cancel);
    }

    private void save() {
        problem.hide();
        var command = new CampaignCommand(
                title.getValue(),
                year.getValue(),
                opens.getValue(),
                due.getValue(),
                closes.getValue(),
                threshold.getValue(),
                scope());
        try {
            var saved = campaign == null ? campaigns.announce(command) : campaigns.change(campaign, command);
            Ui.tell(t("reporting.admin.saved", saved.title()));
            done.run();
        } catch (RuntimeException e) {
            problem.say(ReportingWords.message(e, plans.current()).orElseThrow(() -> e));
        }
    }
}
