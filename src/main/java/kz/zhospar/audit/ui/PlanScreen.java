package kz.zhospar.audit.ui;

/** A screen that shows the plan, and so can show it as it was. */
public interface PlanScreen {

    /** What it shows once it has been entered. */
    ShownPlan shownPlan();
}
