package kz.zhospar.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.PlanArbitraries;
import kz.zhospar.plan.StoredPlan;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TablesTest {

    @Provide
    Arbitrary<Item> items() {
        return PlanArbitraries.items();
    }

    @Property(tries = 3000)
    void storesEverythingThatAnItemStates(@ForAll("items") Item item) {
        var rows = Tables.rows(item).values().stream().map(Supplier::get);
        assertThat(StoredPlan.assemble(rows).get(item.ref())).isEqualTo(item);
    }
}
