package kz.zhospar.change;

import java.util.UUID;

/**
 * The file of a basis document, without its content.
 *
 * @param size bytes
 * @param sha256 of the content, hexadecimal
 */
public record BasisFileInfo(UUID id, String name, String mediaType, long size, String sha256) {}
