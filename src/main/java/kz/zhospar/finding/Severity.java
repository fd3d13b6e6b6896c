package kz.zhospar.finding;

/** How grave a finding is, the gravest last. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH
}
