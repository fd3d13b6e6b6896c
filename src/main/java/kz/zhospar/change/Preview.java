package kz.zhospar.change;

import java.util.List;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.PlanSnapshot;

/**
 * The approved plan with a draft in it.
 *
 * @param changes those that are in the snapshot
 * @param conflicts those that could not be put into it
 */
public record Preview(PlanSnapshot plan, List<Change> changes, List<Conflict> conflicts) {}
