package kz.zhospar.exchange;

import static kz.zhospar.exchange.ApiClient.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import kz.zhospar.common.Formats;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Statements;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

@ZhosparTest
class PlanApiModuleTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private PlanService plans;

    @Autowired
    private Statements statements;

    private ApiClient client;

    @BeforeEach
    void connect() {
        client = new ApiClient(application);
    }

    @Test
    void answersWithExactlyWhatTheDataFilesState() throws Exception {
        var answer = client.json(PLAN);
        var asOf = answer.get("asOf").stringValue();
        assertThat(Instant.parse(asOf)).isEqualTo(plans.current().asOf());

        var expected = Facts.of(new ShippedPlan().document(1, asOf));

        assertThat(Facts.of(answer)).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(expected).hasSizeGreaterThan(10_000);
    }

    @Test
    void answersWithAsManyThingsAsTheDataFilesHold() throws Exception {
        assertThat(counts(client.json(PLAN))).isEqualTo(new ShippedPlan().counts());
    }

    @Test
    void writesTheWholeFormOfOneIndicator() throws Exception {
        var plan = client.json(PLAN);
        var indicator = plan.at("/directions/0/goals/0/indicators/0");

        assertThat(indicator.propertyNames())
                .containsExactly("number", "name", "kind", "origin", "source", "curator", "executors", "series");
        assertThat(indicator.get("kind").stringValue()).isEqualTo("MACRO");
        assertThat(indicator.get("executors").get(0)).hasToString("{\"body\":\"cra\",\"byAgreement\":true}");
        assertThat(indicator.at("/series/0/values/2021"))
                .hasToString("{\"planned\":{\"number\":\"103\",\"comparator\":\"=\",\"text\":null}}");
    }

    @Test
    void listsThePlans() throws Exception {
        var response = client.get("/api/v1/plans");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getHeader("ETag")).startsWith("\"1-");
        var plan = ApiClient.json(response).get(0);
        assertThat(plan.propertyNames())
                .containsExactly("code", "title", "firstYear", "lastYear", "revision", "asOf", "link");
        assertThat(plan.get("firstYear").intValue()).isEqualTo(2021);
        assertThat(plan.get("lastYear").intValue()).isEqualTo(2025);
        assertThat(plan.get("title").get("kk").stringValue())
                .isEqualTo("Алматы қаласының 2021–2025 жылдарға арналған даму жоспары");
        assertThat(client.json(plan.get("link").stringValue()).get("revision")).isEqualTo(plan.get("revision"));
    }

    @Test
    void runsNoSqlForTheCurrentPlan() throws Exception {
        assertThat(statements.during(() -> {
                    client.json("/api/v1/plans");
                    client.json(PLAN);
                    client.json(PLAN + "?revision=1");
                    client.json(PLAN + "?asOf=2999-01-01");
                }))
                .isEmpty();
        // Or an empty list would say nothing.
        assertThat(statements.during(() -> client.json(PLAN + "?revision=2"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/plans/almaty-2026-2030 | 404 | unknown-plan",
                "/api/v1/plans/Almaty-2021-2025?revision=1 | 404 | unknown-plan",
                PLAN + "?asOf=2015-12-31 | 404 | before-first-revision",
                PLAN + "?asOf=0000-01-01 | 404 | before-first-revision",
                PLAN + "?asOf=2015-12-31T10:00:00%2B05:00 | 404 | before-first-revision",
                PLAN + "?revision=999999 | 404 | unknown-revision",
                PLAN + "?revision=0 | 404 | unknown-revision",
                PLAN + "?revision=-1 | 404 | unknown-revision",
                PLAN + "?revision=9223372036854775807 | 404 | unknown-revision",
                PLAN + "?revision=9223372036854775808 | 404 | unknown-revision",
                PLAN + "?revision=one | 400 | malformed-revision",
                PLAN + "?revision=1.0 | 400 | malformed-revision",
                PLAN + "?revision= | 400 | malformed-revision",
                PLAN + "?revision=1&revision=2 | 400 | malformed-revision",
                PLAN + "?asOf=yesterday | 400 | malformed-as-of",
                PLAN + "?asOf= | 400 | malformed-as-of",
                PLAN + "?asOf=2023-02-30 | 400 | malformed-as-of",
                PLAN + "?asOf=2023-02-01T10:00:00 | 400 | malformed-as-of",
                PLAN + "?asOf=2023-02-01&revision=1 | 400 | ambiguous-version",
                PLAN + "?asOf=x&revision=y | 400 | ambiguous-version",
                PLAN + "/goals | 404 | unknown-path",
                PLAN + "/ | 404 | unknown-path",
                "/api/v1/plans/ | 404 | unknown-path",
                "/api/v1/indicators | 404 | unknown-path",
                "/api/v1 | 404 | unknown-path",
                "/api/v1/ | 404 | unknown-path"
            })
    void tellsWhatIsWrongInAProblemDocument(String path, int status, String type) throws Exception {
        for (var accepted : new String[] {"*/*", "application/json", "text/html"}) {
            var response = client.get(path, "Accept", accepted);

            assertThat(response.getStatus()).isEqualTo(status);
            assertThat(response.getContentType()).isEqualTo("application/problem+json");
            var problem = ApiClient.json(response);
            assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + type);
            assertThat(problem.get("status").intValue()).isEqualTo(status);
            assertThat(problem.get("title").stringValue()).matches("[A-Z][A-Za-z ]+");
            assertThat(problem.get("detail").stringValue()).isNotBlank();
        }
    }

    @Test
    void tagsAnAnswerAndSavesSendingItAgain() throws Exception {
        var response = client.get(PLAN);
        var tag = response.getHeader("ETag");

        assertThat(tag).matches("\"1-[0-9a-f]{16}\"");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache, public");
        assertThat(response.getHeader("Pragma")).isNull();
        for (var known : new String[] {tag, "\"other\", " + tag, "W/" + tag}) {
            var again = client.get(PLAN, "If-None-Match", known);
            assertThat(again.getStatus()).isEqualTo(304);
            assertThat(again.getHeader("ETag")).isEqualTo(tag);
            assertThat(again.getContentAsByteArray()).isEmpty();
        }
        assertThat(client.get(PLAN, "If-None-Match", "\"0-0\"").getStatus()).isEqualTo(200);
        assertThat(client.get(PLAN + "?revision=1").getHeader("ETag")).isEqualTo(tag);
        assertThat(client.get(PLAN + "?revision=1", "If-None-Match", tag).getStatus())
                .isEqualTo(304);
    }

    @Test
    void letsARevisionOfThePlanBeKept() throws Exception {
        assertThat(client.get(PLAN + "?revision=1").getHeader("Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable");
        // The second revision is not the plan's; a smaller one that is could still be on its way.
        assertThat(client.get(PLAN + "?revision=2").getHeader("Cache-Control")).isEqualTo("no-cache, public");
        assertThat(client.get(PLAN + "?asOf=2999-01-01").getHeader("Cache-Control"))
                .isEqualTo("no-cache, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.8, *;q=0.1"})
    void packsTheAnswerForThoseWhoCanUnpackIt(String encodings) throws Exception {
        var plain = client.get(PLAN);
        var packed = client.get(PLAN, "Accept-Encoding", encodings);

        assertThat(packed.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.getHeaders("Vary")).contains("Accept-Encoding");
        assertThat(packed.getHeader("ETag")).isNotEqualTo(plain.getHeader("ETag"));
        assertThat(packed.getContentAsByteArray().length).isLessThan(plain.getContentAsByteArray().length / 4);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.getContentAsByteArray()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.getContentAsByteArray());
        }
        assertThat(client.get(PLAN, "Accept-Encoding", encodings, "If-None-Match", packed.getHeader("ETag"))
                        .getStatus())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip;q=0.0, br", "br", "*"})
    void doesNotPackTheAnswerForOthers(String encodings) throws Exception {
        var response = client.get(PLAN, "Accept-Encoding", encodings);

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getHeaders("Vary")).contains("Accept-Encoding");
    }

    @Test
    void answersInUtf8() throws Exception {
        var response = client.get(PLAN);

        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("Алматы", "Әлеуметтік", "\"comparator\":\"≤\"");
    }

    @Test
    void answersAHeadRequestAsAGetRequest() throws Exception {
        var get = client.get(PLAN);
        var head = client.send(HttpMethod.HEAD, PLAN);

        assertThat(head.getStatus()).isEqualTo(200);
        assertThat(head.getHeader("ETag")).isEqualTo(get.getHeader("ETag"));
        assertThat(head.getHeader("Content-Length")).isEqualTo(String.valueOf(get.getContentAsByteArray().length));
        assertThat(client.send(HttpMethod.HEAD, PLAN + "?revision=0").getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void refusesEverythingButReading(String method) throws Exception {
        for (var path : new String[] {PLAN, "/api/v1/plans", "/api/v1/none"}) {
            var answer = client.send(HttpMethod.valueOf(method), path);
            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(ApiClient.json(answer).get("status").asInt()).isEqualTo(403);
        }
    }

    @Test
    void letsPagesOfOtherSitesRead() throws Exception {
        for (var path : new String[] {PLAN, "/api/v1/plans", PLAN + "?revision=0", "/api/v1/none"}) {
            var response = client.get(path, "Origin", "https://city.example");
            assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(response.getHeader("Access-Control-Allow-Credentials")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, If-None-Match, 200",
        "HEAD, if-none-match, 200",
        "GET, Authorization, 403",
        "POST, If-None-Match, 403",
        "DELETE, If-None-Match, 403"
    })
    void letsPagesOfOtherSitesAskWhetherTheirCopyIsTheNewest(String method, String header, int status)
            throws Exception {
        for (var path : new String[] {PLAN, "/api/v1/plans", "/api/v1/none"}) {
            var answer = client.send(
                    HttpMethod.OPTIONS,
                    path,
                    "Origin",
                    "https://city.example",
                    "Access-Control-Request-Method",
                    method,
                    "Access-Control-Request-Headers",
                    header);
            assertThat(answer.getStatus()).isEqualTo(status);
            assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo(status == 200 ? "*" : null);
            assertThat(answer.getHeader("Access-Control-Allow-Credentials")).isNull();
        }
    }

    @Test
    void opensNoSession() throws Exception {
        assertThat(client.get(PLAN).getCookies()).isEmpty();
    }

    @Test
    void findsThePlanByTheMomentItGives() throws Exception {
        var current = client.json(PLAN);
        var asOf = plans.current().asOf();

        assertThat(client.json(PLAN + "?asOf=" + asOf)).isEqualTo(current);
        assertThat(client.json(PLAN + "?asOf=" + today())).isEqualTo(current);
        assertThat(client.json(PLAN + "?asOf=2999-12-31")).isEqualTo(current);
        var inTheCity = asOf.atZone(Formats.ZONE).toOffsetDateTime().toString();
        assertThat(client.json(PLAN + "?asOf=" + URLEncoder.encode(inTheCity, StandardCharsets.UTF_8)))
                .isEqualTo(current);
        assertThat(client.json(PLAN + "?asOf=" + inTheCity)).isEqualTo(current);
        assertThat(client.json(PLAN + "?asOf=" + inTheCity.replace("+", "%20"))).isEqualTo(current);

        assertThat(client.get(PLAN + "?asOf=" + asOf.minusNanos(1000)).getStatus())
                .isEqualTo(404);
        assertThat(client.get(PLAN + "?asOf=" + today().minusDays(1)).getStatus())
                .isEqualTo(404);
    }

    private LocalDate today() {
        return plans.current().asOf().atZone(Formats.ZONE).toLocalDate();
    }

    private static Map<String, Integer> counts(JsonNode plan) {
        var goals = under(plan.get("directions").valueStream(), "goals").toList();
        var series = under(under(goals.stream(), "indicators"), "series").toList();
        var actions = under(goals.stream(), "actions").mapToInt(PlanApiModuleTest::withDescendants);
        var funding = (int) under(goals.stream(), "funding").count();
        return new TreeMap<>(Map.of(
                "directions", plan.get("directions").size(),
                "goals", goals.size(),
                "series", series.size(),
                "cells",
                        under(series.stream(), "values")
                                .mapToInt(JsonNode::size)
                                .sum(),
                "actions", actions.sum(),
                // A goal's total is apart from its sources.
                "funding", funding + goals.size() + plan.at("/passport/funding").size(),
                "bodies", plan.get("bodies").size(),
                "curators", plan.get("curators").size(),
                "terms", plan.get("terms").size()));
    }

    private static Stream<JsonNode> under(Stream<JsonNode> parents, String name) {
        return parents.flatMap(parent -> parent.get(name).valueStream());
    }

    private static int withDescendants(JsonNode action) {
        var children = action.get("children").valueStream();
        return 1 + children.mapToInt(PlanApiModuleTest::withDescendants).sum();
    }
}
