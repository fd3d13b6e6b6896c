package kz.zhospar.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanArbitraries;
import kz.zhospar.plan.PlanDiff;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChangeSetTest {

    record Typed(Map<ItemRef, Item> plan, List<Change> history) {}

    @Provide
    Arbitrary<Typed> typed() {
        return PlanArbitraries.plans()
                .flatMap(plan -> PlanArbitraries.histories(plan).map(history -> new Typed(plan, history)));
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void saysInOneSetWhatWasTypedOneAfterAnother(@ForAll("typed") Typed typed) {
        var set = ChangeSet.EMPTY;
        var step = typed.plan();
        for (var change : typed.history()) {
            set = set.with(change);
            step = Changes.apply(step, List.of(change));
        }
        assertThat(Changes.apply(typed.plan(), set.changes())).isEqualTo(step);
        assertThat(new HashSet<>(set.changes()))
                .as("nothing but the difference is left")
                .isEqualTo(new HashSet<>(PlanDiff.between(typed.plan(), step)));
    }
}
