package kz.zhospar.exchange;

import java.util.List;
import java.util.Map;
import kz.zhospar.plan.Funding;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.Goal;

/**
 * A goal with all that belongs to it.
 *
 * @param funding by source; the total is apart, because the document states it and it may differ from the sum
 */
record GoalJson(
        String number,
        TextJson title,
        List<IndicatorJson> indicators,
        List<ActionJson> actions,
        List<FundingJson> funding,
        Map<Integer, String> fundingTotal) {

    static GoalJson of(Goal goal) {
        return new GoalJson(
                goal.number(),
                TextJson.of(goal.title()),
                goal.indicators().stream().map(IndicatorJson::of).toList(),
                goal.actions().stream().map(ActionJson::of).toList(),
                goal.funding().stream()
                        .filter(funding -> !isTotal(funding))
                        .map(FundingJson::of)
                        .toList(),
                total(goal.funding()));
    }

    private static Map<Integer, String> total(List<Funding> funding) {
        return funding.stream()
                .filter(GoalJson::isTotal)
                .findFirst()
                .map(FundingJson::amounts)
                .orElse(Map.of());
    }

    private static boolean isTotal(Funding funding) {
        return funding.source() == FundingSource.TOTAL;
    }
}
