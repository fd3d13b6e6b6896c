package kz.zhospar.identity;

/** A request was refused for what it asks, by whomever it was made. */
public record RequestRefused(String method, String path) {}
