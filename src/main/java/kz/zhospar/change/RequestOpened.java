package kz.zhospar.change;

/** Somebody has opened a request to read it, in whichever state it is. */
public record RequestOpened(long number) {}
