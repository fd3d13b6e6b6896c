package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import kz.zhospar.audit.AsOf;
import kz.zhospar.audit.NoSuchPlan;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.audit.ui.AsOfAddress;
import kz.zhospar.audit.ui.AsOfWords;
import kz.zhospar.audit.ui.PlanScreen;
import kz.zhospar.audit.ui.ShownPlan;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanService;

/** The address asks for a plan that never was: why, and the plans nearest to it. */
@PermitAll
class NoSuchPlanView extends ErrorPart implements HasErrorParameter<NoSuchPlan>, PlanScreen {

    private final PlanArchive archive;
    private final ShownPlan plan;

    NoSuchPlanView(PlanArchive archive, PlanService plans) {
        this.archive = archive;
        this.plan = ShownPlan.inForce(plans);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NoSuchPlan> parameter) {
        say(t("asof.none"), AsOfWords.explain(parameter.getException()));
        var first = archive.first();
        var number = String.valueOf(first.number());
        addComponentAtIndex(
                2,
                Ui.div(
                        "z-error-ways",
                        Ui.link(
                                AsOfAddress.of(event.getLocation(), AsOf.revision(first.number())),
                                t("asof.none.first", number, Ui.formats().moment(first.at()))),
                        Ui.link(AsOfAddress.of(event.getLocation(), AsOf.NOW), t("asof.none.current"))));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public ShownPlan shownPlan() {
        return plan;
    }
}
