package kz.zhospar.finding.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.finding.FindingCommand;
import kz.zhospar.finding.FindingService;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Role;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.PlanService;
import org.jspecify.annotations.Nullable;

/** What a page shows of the findings on its subject, and how an auditor records another one. */
@SpringComponent
class FindingTools {

    private final FindingService findings;
    private final PlanService plans;
    private final Jottings jottings;
    private final CurrentPerson person;

    FindingTools(FindingService findings, PlanService plans, Jottings jottings, CurrentPerson person) {
        this.findings = findings;
        this.plans = plans;
        this.jottings = jottings;
        this.person = person;
    }

    /**
     * The findings on a subject, with a button for auditors; empty for whoever would see neither.
     *
     * @param body the key of the body that would have to answer, where one suggests itself
     */
    Optional<Section> on(Subject subject, @Nullable String body) {
        var me = person.require();
        if (!me.readsEverything() && me.body() == null) {
            return Optional.empty();
        }
        var part = new Section();
        part.addClassNames("z-card", "fd-on");
        fill(part, subject, body);
        return part.getComponentCount() == 0 ? Optional.empty() : Optional.of(part);
    }

    private void fill(Section part, Subject subject, @Nullable String body) {
        part.removeAll();
        var found = findings.on(subject);
        var auditor = person.require().is(Role.AUDITOR);
        if (found.isEmpty() && !auditor) {
            return;
        }
        var heading = Ui.div("fd-heading", new H2(t("finding.on-this")));
        if (auditor) {
            heading.add(raise(subject, body, () -> fill(part, subject, body)));
        }
        part.add(heading);
        if (!found.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("fd-list");
            found.forEach(finding -> list.add(new FindingItem(finding, plans.current())));
            part.add(list);
        }
    }

    /** A button that lets an auditor record a finding. */
    Button raise(Subject subject, @Nullable String body, Runnable after) {
        return new Button(t("finding.raise"), _ -> dialog(subject, body, after).open());
    }

    private SayDialog dialog(Subject subject, @Nullable String suggested, Runnable after) {
        var plan = plans.current().tree();
        var body = new Select<String>();
        body.setLabel(t("finding.field.BODY"));
        body.setItems(plan.bodies().stream().map(Body::key).toList());
        body.setItemLabelGenerator(key -> Signatures.body(plan, key));
        body.setValue(
                plan.body(suggested == null ? "" : suggested).map(Body::key).orElse(null));
        var severity = new Select<Severity>();
        severity.setLabel(t("finding.field.SEVERITY"));
        severity.setItems(Severity.values());
        severity.setItemLabelGenerator(one -> t("finding.severity." + one));
        DatePicker due = new DayField(t("finding.field.DUE"));
        Div fields = Ui.div("fd-fields", body, severity, due);
        return new SayDialog(
                        t("finding.raise"),
                        t("finding.raise.consequence"),
                        t("finding.field.TEXT"),
                        "finding/raise/" + key(subject),
                        jottings,
                        text -> {
                            var raised = findings.raise(new FindingCommand(
                                    subject, body.getValue(), severity.getValue(), text, due.getValue()));
                            Ui.tell(t("finding.done.raised", String.valueOf(raised.number())));
                            after.run();
                        })
                .with(1, fields);
    }

    private static String key(Subject subject) {
        return switch (subject) {
            case Subject.OfRevision of -> "revision/" + of.number();
            case Subject.OfRequest of -> "request/" + of.number();
            case Subject.OfValue of -> of.ref() + (of.field() == null ? "" : "/" + of.field());
        };
    }
}
