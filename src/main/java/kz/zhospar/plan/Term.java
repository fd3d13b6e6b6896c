package kz.zhospar.plan;

import kz.zhospar.common.LocalizedText;

/** An entry of a list of terms; {@code key} is the abbreviation that the document prints. */
public record Term(ItemRef ref, int number, TermKind kind, String key, LocalizedText title) {}
