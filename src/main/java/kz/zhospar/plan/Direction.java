package kz.zhospar.plan;

import java.util.List;
import kz.zhospar.common.LocalizedText;

/** A direction with its goals, in order. */
public record Direction(ItemRef ref, int number, LocalizedText title, List<Goal> goals) {}
