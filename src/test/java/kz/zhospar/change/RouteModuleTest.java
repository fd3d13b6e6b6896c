package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.zhospar.change.Refusal.Reason;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.Test;

/** Which positions decide is data: it is chosen by risk, kept in editions, and never changed under a request. */
class RouteModuleTest extends ReviewCase {

    @Test
    void keepsTheEditionWithWhichARequestBegan() {
        var number = submitted();
        route(Risk.HIGH, stages(Step.HEAD, Step.AKIM_OFFICE));

        var running = find("auditor", number);
        assertThat(running.stages()).extracting(RequestDetails.Stage::step).containsExactly(Step.values());
        approve("ugm-head", number);
        approve("economy", number);
        approve("curator-2", number);
        assertThat(approve("akim-office", number).state()).isEqualTo(RequestState.APPROVED);

        assertThat(find("auditor", submitted()).stages())
                .extracting(RequestDetails.Stage::step)
                .containsExactly(Step.HEAD, Step.AKIM_OFFICE);
    }

    @Test
    void takesTheNewEditionAfterAReturn() {
        var number = submitted();
        giveBack("ugm-head", number);
        route(Risk.HIGH, stages(Step.HEAD, Step.CURATOR));
        as(person("ugm-official"), () -> drafts.submit(number));

        assertThat(find("auditor", number).stages())
                .extracting(RequestDetails.Stage::step)
                .containsExactly(Step.HEAD, Step.CURATOR);
    }

    @Test
    void letsTheHeaviestChangeChooseTheRoute() {
        var series = row("1.2", "ugm");
        var number = draft("ugm-official");
        as(person("ugm-official"), () -> {
            var action =
                    plans.current().tree().goal("1.2").orElseThrow().actions().getFirst();
            drafts.edit(number, action.ref(), Field.of(Attribute.TITLE), LocalizedText.of("Иное название"));
        });
        assertThat(steps(number)).containsExactly(Step.HEAD, Step.AKIM_OFFICE);
        as(person("ugm-official"), () -> edit(number, series.ref(), actual(2019)));
        assertThat(steps(number)).containsExactly(Step.HEAD, Step.ECONOMY);
        as(person("ugm-official"), () -> edit(number, series.ref(), Drafts.freshField()));
        assertThat(steps(number)).containsExactly(Step.values());
    }

    private List<Step> steps(long number) {
        return find("ugm-official", number).stages().stream()
                .map(RequestDetails.Stage::step)
                .toList();
    }

    @Test
    void keepsEveryEditionAndMakesNoneOfWhatIsTheSame() {
        var before = editions();
        var changed = route(Risk.LOW, stages(Step.ECONOMY));
        assertThat(changed.edition()).isEqualTo(before.getFirst().edition() + 1);
        assertThat(route(Risk.LOW, stages(Step.ECONOMY))).isEqualTo(changed);

        assertThat(editions()).hasSize(before.size() + 1).first().isEqualTo(changed);
        assertThat(editions().subList(1, editions().size())).isEqualTo(before);
        assertThat(as(person("ugm-official"), routes::routes)).contains(changed);
    }

    @Test
    void refusesARouteThatMakesNoSense() {
        var before = editions();
        assertRefused(Reason.ROUTE_EMPTY, () -> route(Risk.LOW, List.of()));
        assertRefused(Reason.ROUTE_TWICE, () -> route(Risk.LOW, stages(Step.HEAD, Step.ECONOMY, Step.HEAD)));
        for (int wrong : new int[] {-1, 0, 61, Integer.MAX_VALUE}) {
            assertRefused(Reason.ROUTE_DAYS, () -> route(Risk.LOW, List.of(new RouteStage(Step.AKIM_OFFICE, wrong))));
        }
        assertRefused(Reason.REASON_MISSING, () -> change(" "));
        assertRefused(Reason.TEXT_TOO_LONG, () -> change("п".repeat(2001)));
        assertThat(editions()).isEqualTo(before);
    }

    private RouteRecord change(String reason) {
        return as(person("admin"), () -> routes.change(Risk.LOW, stages(Step.CURATOR), reason));
    }

    private List<RouteRecord> editions() {
        return as(person("auditor"), () -> routes.editions(Risk.LOW));
    }
}
