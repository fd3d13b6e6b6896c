package kz.zhospar.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.identity.SignIn;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.internal.PlanStore;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import org.springframework.context.ApplicationContext;

/** What the record of revisions says of how the plan came about. */
record PlanRecord(
        HistoryService history, PlanArchive archive, PlanStore store, PlanService plans, RequestService requests) {

    PlanRecord(ApplicationContext context) {
        this(
                context.getBean(HistoryService.class),
                context.getBean(PlanArchive.class),
                context.getBean(PlanStore.class),
                context.getBean(PlanService.class),
                context.getBean(RequestService.class));
    }

    /** The requests that were applied, in the order of the revisions, as often as each was. */
    List<Long> applied() {
        var filter = new RevisionFilter(null, Set.of(RevisionKind.APPLY), null, null, null, null, null, null, null);
        return asAuditor(() -> history.log(filter, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(RevisionRecord::number))
                .map(RevisionRecord::request)
                .toList());
    }

    /** Holds that every approved request was applied once, and that they alone make the plan of the first revision this. */
    void requireReplay() {
        var applied = applied();
        assertThat(applied).as("requests applied").doesNotHaveDuplicates();
        var replayed = asAuditor(() -> {
            Map<ItemRef, Item> items = archive.atRevision(1).orElseThrow().items();
            for (var number : applied) {
                var request = requests.find(number);
                assertThat(request.state()).as("request %s", number).isEqualTo(RequestState.APPROVED);
                items = Changes.apply(items, request.changes());
            }
            return items;
        });
        assertThat(store.readAll()).isEqualTo(replayed);
        assertThat(plans.current().items()).isEqualTo(replayed);
    }

    private static <T> T asAuditor(Callable<T> work) {
        return SignIn.as(SignIn.person("auditor"), work);
    }
}
