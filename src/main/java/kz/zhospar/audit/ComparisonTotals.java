package kz.zhospar.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.zhospar.audit.ComparedChange.Kind;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Better;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;

/**
 * What moved between two states of the plan.
 *
 * @param added how many items of each type came
 * @param removed how many went
 * @param edits how many single values changed
 * @param money of the whole plan or, under a filter by body, of its goals: where before and after differ
 */
public record ComparisonTotals(
        Map<ItemType, Integer> added, Map<ItemType, Integer> removed, int edits, Targets targets, List<Money> money) {

    /**
     * Targets of rows that both states have.
     *
     * @param eased moved to where they are easier to reach, by what counts as better for the row
     * @param tightened moved the other way
     * @param other stated, withdrawn, or without two numbers that can be subtracted
     */
    public record Targets(int raised, int lowered, int eased, int tightened, int other) {
        public int all() {
            return raised + lowered + other;
        }
    }

    /**
     * Million tenge from one source in one year, exact.
     *
     * @param passport whether the passport of the plan states it, rather than the goals together
     */
    public record Money(boolean passport, FundingSource source, int year, BigDecimal before, BigDecimal after) {

        public BigDecimal difference() {
            return after.subtract(before);
        }
    }

    private record Pot(boolean passport, FundingSource source, int year) implements Comparable<Pot> {
        private static final Comparator<Pot> ORDER =
                Comparator.comparing(Pot::passport).thenComparing(Pot::source).thenComparing(Pot::year);

        @Override
        public int compareTo(Pot other) {
            return ORDER.compare(this, other);
        }
    }

    static ComparisonTotals of(PlanComparison comparison) {
        var changes = comparison.changes();
        return new ComparisonTotals(
                count(changes, Kind.ADDED),
                count(changes, Kind.REMOVED),
                (int) changes.stream()
                        .filter(change -> change.kind() == Kind.CHANGED)
                        .count(),
                targets(comparison),
                money(comparison));
    }

    private static Map<ItemType, Integer> count(Collection<ComparedChange> changes, Kind kind) {
        var counts = new EnumMap<ItemType, Integer>(ItemType.class);
        changes.stream()
                .filter(change -> change.kind() == kind)
                .forEach(change -> counts.merge(change.change().ref().type(), 1, Integer::sum));
        return counts;
    }

    private static Targets targets(PlanComparison comparison) {
        int raised = 0;
        int lowered = 0;
        int eased = 0;
        int tightened = 0;
        int other = 0;
        for (var compared : comparison.changes()) {
            if (!(compared.change() instanceof Change.Edit edit) || edit.field().attribute() != Attribute.TARGET) {
                continue;
            }
            int direction = edit.difference().map(BigDecimal::signum).orElse(0);
            var better = better(comparison, edit.ref());
            if (direction == 0) {
                other++;
            } else if (direction > 0) {
                raised++;
            } else {
                lowered++;
            }
            if (direction * better < 0) {
                eased++;
            } else if (direction * better > 0) {
                tightened++;
            }
        }
        return new Targets(raised, lowered, eased, tightened, other);
    }

    private static int better(PlanComparison comparison, ItemRef ref) {
        var better = comparison
                .find(ref)
                .map(item -> item.<Better>get(Attribute.BETTER))
                .orElse(Better.NEUTRAL);
        return switch (better) {
            case HIGHER -> 1;
            case LOWER -> -1;
            case NEUTRAL -> 0;
        };
    }

    private static List<Money> money(PlanComparison comparison) {
        var before = sums(comparison, comparison.from().plan());
        var after = sums(comparison, comparison.to().plan());
        var pots = new TreeMap<>(before);
        pots.putAll(after);
        var money = new ArrayList<Money>();
        for (var pot : pots.keySet()) {
            var then = before.getOrDefault(pot, BigDecimal.ZERO);
            var now = after.getOrDefault(pot, BigDecimal.ZERO);
            if (then.compareTo(now) != 0) {
                money.add(new Money(pot.passport(), pot.source(), pot.year(), then, now));
            }
        }
        return List.copyOf(money);
    }

    private static Map<Pot, BigDecimal> sums(PlanComparison comparison, PlanSnapshot plan) {
        var sums = new TreeMap<Pot, BigDecimal>();
        for (var item : plan.items().values()) {
            if (item.ref().type() == ItemType.FUNDING && counts(comparison, item)) {
                add(sums, item, isPassport(item, plan));
            }
        }
        return sums;
    }

    private static void add(Map<Pot, BigDecimal> sums, Item funding, boolean passport) {
        FundingSource source = funding.get(Attribute.FUNDING_SOURCE);
        for (var stated : funding.values().entrySet()) {
            Field field = stated.getKey();
            if (source != null
                    && field.year() != null
                    && stated.getValue() instanceof Quantity amount
                    && amount.number() != null) {
                sums.merge(new Pot(passport, source, field.year()), amount.number(), BigDecimal::add);
            }
        }
    }

    private static boolean isPassport(Item funding, PlanSnapshot plan) {
        UUID parent = funding.get(Attribute.PARENT);
        return parent != null && plan.find(new ItemRef(ItemType.PLAN, parent)).isPresent();
    }

    private static boolean counts(PlanComparison comparison, Item funding) {
        var body = comparison.filter().body();
        return body == null || comparison.bodies(funding.ref()).contains(body);
    }
}
