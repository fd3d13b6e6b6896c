package kz.zhospar.plan;

/** Which list a term belongs to: origins of indicators, or sources of information. */
public enum TermKind {
    ORIGIN,
    SOURCE
}
