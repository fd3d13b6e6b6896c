package kz.zhospar.exchange;

import java.time.Instant;
import kz.zhospar.plan.PlanSnapshot;

/**
 * A plan in the list of plans.
 *
 * @param link where the plan itself is
 */
record PlanEntryJson(
        String code, TextJson title, int firstYear, int lastYear, long revision, Instant asOf, String link) {

    static PlanEntryJson of(PlanSnapshot plan, String link) {
        var tree = plan.tree();
        return new PlanEntryJson(
                tree.code(),
                TextJson.of(tree.title()),
                tree.firstYear(),
                tree.lastYear(),
                plan.revision(),
                plan.asOf(),
                link);
    }
}
