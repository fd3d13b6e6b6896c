package kz.zhospar.plan;

import kz.zhospar.common.LocalizedText;

/** A deputy akim, or another leader, who oversees indicators; {@code number} is the order of the plan's list. */
public record Curator(ItemRef ref, int number, String key, LocalizedText name) {}
