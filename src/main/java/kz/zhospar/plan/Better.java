package kz.zhospar.plan;

/** Which way a value has to move to be an improvement; losses, mortality and ranks improve downwards. */
public enum Better {
    HIGHER,
    LOWER,
    NEUTRAL
}
