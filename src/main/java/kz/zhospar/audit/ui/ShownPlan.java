package kz.zhospar.audit.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.Supplier;
import kz.zhospar.audit.AsOf;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** The plan that a screen shows: the one in force at any time, or, when its address says so, the one of a past moment. */
public final class ShownPlan implements Supplier<PlanSnapshot> {

    private final PlanService plans;
    private final AsOf asked;
    private final @Nullable PlanSnapshot past;

    private ShownPlan(PlanService plans, AsOf asked, @Nullable PlanSnapshot past) {
        this.plans = plans;
        this.asked = asked;
        this.past = past;
    }

    public static ShownPlan inForce(PlanService plans) {
        return new ShownPlan(plans, AsOf.NOW, null);
    }

    /**
     * What an address asks for; from now on the {@linkplain #keep links} of the page ask for the same.
     *
     * @throws kz.zhospar.audit.NoSuchPlan when there is no such plan
     */
    public static ShownPlan enter(PlanService plans, PlanArchive archive, QueryParameters parameters) {
        remember(AsOf.NOW);
        var asked = AsOfAddress.read(parameters);
        var shown = asked.isNow() ? inForce(plans) : new ShownPlan(plans, asked, archive.find(asked));
        remember(asked);
        return shown;
    }

    /** An address of a screen of the plan, so that it shows the same plan as the open page. */
    public static String keep(String address) {
        var ui = UI.getCurrent();
        var asked = ui == null ? null : ComponentUtil.getData(ui, AsOf.class);
        return asked == null ? address : AsOfAddress.append(address, asked);
    }

    private static void remember(AsOf asked) {
        ComponentUtil.setData(UI.getCurrent(), AsOf.class, asked);
    }

    @Override
    public PlanSnapshot get() {
        return past == null ? plans.current() : past;
    }

    /** Whether the screen is fixed to a moment, and nothing can be changed on it. */
    public boolean isPast() {
        return past != null;
    }

    /** Whether the plan has been changed since. */
    public boolean isSuperseded() {
        return past != null && past.revision() != plans.current().revision();
    }

    AsOf asked() {
        return asked;
    }

    /** The words that a title of the page begins with, so that tabs of the browser can be told apart. */
    public String titled(String title) {
        return past == null ? title : AsOfWords.moment(asked, past) + ". " + title;
    }
}
