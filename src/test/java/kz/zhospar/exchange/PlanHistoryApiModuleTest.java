package kz.zhospar.exchange;

import static kz.zhospar.exchange.ApiClient.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.SignIn;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.PlanChangeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

@PlanChangeTest
class PlanHistoryApiModuleTest {

    private static final String CELL = "/directions/0/goals/1/indicators/0/series/0/values/2023/actual";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private PlanService plans;

    @Autowired
    private DraftService drafts;

    private ApiClient client;

    @BeforeEach
    void connect() {
        client = new ApiClient(application);
    }

    @Test
    void showsANewValueNowAndTheOldOneAsOfBefore() throws Exception {
        var before = client.get(PLAN);
        var old = ApiClient.json(before);
        var series = plans.current()
                .tree()
                .goal("1.2")
                .orElseThrow()
                .series()
                .findFirst()
                .orElseThrow();
        var value = Quantity.parse("≤ 77,70").orElseThrow();

        var request = drafted(series, value);
        var drafted = client.json(PLAN);
        approve(request);

        var after = client.get(PLAN);
        var now = ApiClient.json(after);
        assertThat(drafted).isEqualTo(old);
        assertThat(cell(now)).hasToString("{\"number\":\"77.70\",\"comparator\":\"≤\",\"text\":null}");
        assertThat(cell(old)).isNotEqualTo(cell(now));
        assertThat(now.get("revision").longValue())
                .isEqualTo(plans.current().revision())
                .isGreaterThan(1);
        assertThat(after.getHeader("ETag"))
                .startsWith("\"" + plans.current().revision() + "-")
                .isNotEqualTo(before.getHeader("ETag"));
        assertThat(client.get(PLAN, "If-None-Match", before.getHeader("ETag")).getStatus())
                .isEqualTo(200);

        var first = old.get("revision").longValue();
        var last = now.get("revision").longValue();
        assertThat(client.json(PLAN + "?revision=" + last)).isEqualTo(now);
        assertThat(client.json(PLAN + "?revision=" + first)).isEqualTo(old);
        assertThat(client.json(PLAN + "?revision=" + (last - 1))).isEqualTo(old);
        assertThat(client.get(PLAN + "?revision=" + first).getContentAsByteArray())
                .isEqualTo(before.getContentAsByteArray());
        assertThat(client.json(PLAN + "?asOf=" + old.get("asOf").stringValue())).isEqualTo(old);
        assertThat(client.json(PLAN + "?asOf=" + plans.current().asOf().minusNanos(1000)))
                .isEqualTo(old);
        assertThat(client.json(PLAN + "?asOf=" + now.get("asOf").stringValue())).isEqualTo(now);
        assertThat(client.get(PLAN + "?revision=" + (last + 1)).getStatus()).isEqualTo(404);

        // What differs is the one value and what the answer says of itself, down to the last character.
        assertThat(differences(now, old)).containsAll(List.of("/revision", "/asOf", CELL + "/number"));
        assertThat(Stream.concat(differences(now, old).stream(), differences(old, now).stream()))
                .allMatch(path -> path.equals("/revision") || path.equals("/asOf") || path.startsWith(CELL + "/"));
    }

    private static Set<String> differences(JsonNode one, JsonNode other) {
        var facts = Facts.of(one);
        facts.entrySet().removeAll(Facts.of(other).entrySet());
        return facts.keySet();
    }

    private RequestDetails drafted(Series series, Quantity value) {
        return SignIn.as(SignIn.person("ugm-official"), () -> {
            var number = drafts.open();
            drafts.describe(number, "Факт за 2023 год", "Данные ведомственной отчётности", Basis.named(""));
            drafts.edit(number, series.ref(), Field.of(Attribute.ACTUAL, 2023), value);
            return drafts.submit(number);
        });
    }

    private void approve(RequestDetails request) {
        new Drafts(application).approveAll(request.number());
    }

    private static JsonNode cell(JsonNode plan) {
        return plan.at(CELL);
    }
}
