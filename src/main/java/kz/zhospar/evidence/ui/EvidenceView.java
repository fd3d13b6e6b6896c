package kz.zhospar.evidence.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import kz.zhospar.audit.ui.ObjectKey;
import kz.zhospar.common.Formats;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.evidence.EvidenceRefusal;
import kz.zhospar.evidence.EvidenceService;
import kz.zhospar.evidence.EvidenceSubject;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanWords;

/**
 * Packs of evidence for a period or, with {@code object=SERIES:<id>} and perhaps {@code field=TARGET:2024} in the
 * address, for an item of the plan or one of its values.
 */
@Route("audit/evidence")
@RolesAllowed(Roles.AUDITOR)
class EvidenceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final EvidenceService evidence;
    private final PlanService plans;
    private final Clock clock;
    private final DayField from = new DayField(t("evidence.from"));
    private final DayField to = new DayField(t("evidence.to"));
    private final Div offer = new Div();

    EvidenceView(EvidenceService evidence, PlanService plans, Clock clock) {
        this.evidence = evidence;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var lead = new Paragraph(t("evidence.page.lead"));
        lead.addClassName("z-lead");
        add(Ui.div("z-page-head", Ui.div("", new H1(t("evidence.page")), lead)));
        var asked = event.getLocation().getQueryParameters();
        value(asked).ifPresent(this::offerValue);
        offerPeriod();
    }

    private static Optional<EvidenceSubject.OfValue> value(QueryParameters asked) {
        var field = asked.getSingleParameter("field").flatMap(ObjectKey::parseField);
        return asked.getSingleParameter("object")
                .flatMap(ObjectKey::parse)
                .map(ref -> new EvidenceSubject.OfValue(ref, field.orElse(null)));
    }

    private void offerValue(EvidenceSubject.OfValue value) {
        var words = new PlanWords(Texts.language(), plans.current());
        var name =
                words.name(value.ref()).orElseGet(() -> words.type(value.ref().type()));
        var text = value.field() == null ? name : name + ": " + words.field(value.field());
        add(Ui.div("z-card ev-offer", Ui.span("", text), new EvidenceLink(evidence, Texts.language(), () -> value)));
    }

    private void offerPeriod() {
        var today = LocalDate.now(clock.withZone(Formats.ZONE));
        from.setValue(today.withDayOfYear(1));
        to.setValue(today);
        from.addValueChangeListener(_ -> period());
        to.addValueChangeListener(_ -> period());
        add(Ui.div("z-card ev-offer", Ui.div("ev-days", from, to), offer));
        period();
    }

    /** The link appears once there is something to take, so that nobody gets an empty file. */
    private void period() {
        offer.removeAll();
        var first = from.getValue();
        var last = to.getValue();
        if (first == null || last == null) {
            offer.add(Ui.span("z-soft", t("evidence.refusal." + EvidenceRefusal.Reason.DAYS)));
            return;
        }
        var subject = new EvidenceSubject.OfPeriod(first, last);
        try {
            evidence.check(subject);
            offer.add(new EvidenceLink(evidence, Texts.language(), () -> subject));
        } catch (EvidenceRefusal refusal) {
            offer.add(Ui.div("z-alert", Ui.span("", t("evidence.refusal." + refusal.reason()))));
        }
    }

    @Override
    public String getPageTitle() {
        return t("evidence.page-title");
    }
}
