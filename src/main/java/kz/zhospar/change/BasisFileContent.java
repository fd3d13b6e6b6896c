package kz.zhospar.change;

/** A file as it was uploaded. */
public record BasisFileContent(String name, String mediaType, byte[] content) {}
