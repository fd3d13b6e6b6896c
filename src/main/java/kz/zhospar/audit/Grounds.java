package kz.zhospar.audit;

import kz.zhospar.change.Basis;

/**
 * What the change request of a revision rested on as it was applied.
 *
 * @param round in which it was approved
 */
public record Grounds(Basis basis, int round) {}
