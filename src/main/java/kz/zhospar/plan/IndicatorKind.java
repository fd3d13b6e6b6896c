package kz.zhospar.plan;

/** Macro indicators describe the city; budget indicators are what the budget is spent for. */
public enum IndicatorKind {
    MACRO,
    BUDGET
}
