package kz.zhospar.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.common.Language;
import kz.zhospar.plan.internal.PlanStore;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ZhosparTest
class PlanLoadModuleTest {

    @Autowired
    private PlanService plans;

    @Autowired
    private PlanStore store;

    @Autowired
    private PlanArchive archive;

    @Test
    void loadsTheWholePlanAsRevisionOne() {
        var plan = plans.current();
        assertThat(plan.revision()).isEqualTo(1);
        assertThat(plan.items().keySet().stream().collect(Collectors.groupingBy(ItemRef::type, Collectors.counting())))
                .isEqualTo(Map.of(
                        ItemType.PLAN, 1L,
                        ItemType.DIRECTION, 7L,
                        ItemType.GOAL, 20L,
                        ItemType.INDICATOR, 117L,
                        ItemType.SERIES, 134L,
                        ItemType.ACTION, 417L,
                        ItemType.FUNDING, 84L,
                        ItemType.BODY, 33L,
                        ItemType.CURATOR_POST, 6L,
                        ItemType.TERM, 11L));
        assertThat(store.readAll()).isEqualTo(plan.items());
    }

    @Test
    void findsTheSamePlanInTheAuditTables() {
        var archived = archive.atRevision(1).orElseThrow();
        assertThat(PlanDiff.between(plans.current(), archived)).isEmpty();
    }

    @Test
    void tellsBodiesApartThatTheDocumentAbbreviatesAlike() {
        var tree = plans.current().tree();
        assertThat(tree.bodyLabel("uo", Language.RU)).isEqualTo("УО");
        assertThat(tree.bodyLabel("us-sport", Language.RU)).isEqualTo("УС (Управление спорта)");
        for (var language : Language.values()) {
            assertThat(tree.bodies())
                    .extracting(body -> tree.bodyLabel(body.key(), language))
                    .doesNotHaveDuplicates();
        }
        assertThat(tree.bodyLabel("gone", Language.RU)).isEqualTo("gone");
    }
}
