package kz.zhospar.exchange;

import java.util.Map;
import java.util.TreeMap;
import kz.zhospar.plan.Funding;
import kz.zhospar.plan.FundingSource;

/** Money from one source by year, in million tenge, as entered. */
record FundingJson(FundingSource source, Map<Integer, String> amounts) {

    static FundingJson of(Funding funding) {
        return new FundingJson(funding.source(), amounts(funding));
    }

    static Map<Integer, String> amounts(Funding funding) {
        var amounts = new TreeMap<Integer, String>();
        funding.amounts().forEach((year, amount) -> amounts.put(year, amount.print()));
        return amounts;
    }
}
