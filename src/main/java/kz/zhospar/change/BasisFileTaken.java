package kz.zhospar.change;

/**
 * Somebody takes the file of a basis document along.
 *
 * @param size in bytes
 */
public record BasisFileTaken(long number, String name, long size) {}
