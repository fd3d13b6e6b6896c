package kz.zhospar.exchange;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the interface has to answer for the shipped plan, put together from the data files and nothing else. */
final class ShippedPlan {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NUMBER = Pattern.compile("([≤≥]?)(-?\\d+(?:\\.\\d+)?)");

    private static final Comparator<ObjectNode> BY_KEY =
            Comparator.comparing(node -> node.get("key").stringValue());

    private final JsonNode manifest = file("plan");
    private final JsonNode structure = file("structure");
    private final JsonNode bodies = file("bodies");
    private final JsonNode curators = file("curators");
    private final JsonNode indicators = file("indicators");
    private final JsonNode actions = file("actions");
    private final JsonNode funding = file("funding");

    /** How many records of each kind the files hold. */
    Map<String, Integer> counts() {
        return new TreeMap<>(Map.of(
                "directions", structure.get("directions").size(),
                "goals", structure.get("goals").size(),
                "series", indicators.size(),
                "cells", indicators.valueStream().mapToInt(ShippedPlan::cells).sum(),
                "actions", actions.size(),
                "funding", funding.size(),
                "bodies", bodies.size(),
                "curators", curators.size(),
                "terms",
                        structure.get("origins").size()
                                + structure.get("informationSources").size()));
    }

    private static int cells(JsonNode record) {
        return record.get("values").valueStream().mapToInt(JsonNode::size).sum();
    }

    ObjectNode document(long revision, String asOf) {
        var plan = JSON.createObjectNode();
        plan.set("code", manifest.get("code"));
        plan.set("title", manifest.get("title"));
        plan.put("revision", (int) revision).put("asOf", asOf);
        plan.set("directions", array(structure.get("directions").valueStream().map(this::direction)));
        plan.putObject("passport").set("funding", array(fundingOf("TOTAL", source -> true)));
        plan.set("bodies", array(bodies.valueStream().map(ShippedPlan::body).sorted(BY_KEY)));
        plan.set("curators", array(curators.valueStream().map(ShippedPlan::curator)));
        plan.set(
                "terms",
                array(Stream.concat(
                        structure.get("origins").valueStream().map(term -> term("ORIGIN", term, "key")),
                        structure.get("informationSources").valueStream().map(term -> term("SOURCE", term, "abbr")))));
        return plan;
    }

    private ObjectNode direction(JsonNode record) {
        var direction = JSON.createObjectNode();
        direction.set("number", record.get("number"));
        direction.set("title", record.get("title"));
        var prefix = record.get("number") + ".";
        direction.set(
                "goals",
                array(structure
                        .get("goals")
                        .valueStream()
                        .filter(goal -> text(goal, "number").startsWith(prefix))
                        .map(this::goal)));
        return direction;
    }

    private ObjectNode goal(JsonNode record) {
        var number = text(record, "number");
        var goal = JSON.createObjectNode();
        goal.set("number", record.get("number"));
        goal.set("title", record.get("title"));
        goal.set(
                "indicators",
                array(rows(indicators, number)
                        .filter(row -> row.get("row").intValue() == 1)
                        .map(this::indicator)));
        goal.set("actions", array(actionsUnder(number, null)));
        goal.set("funding", array(fundingOf(number, source -> !source.equals("total"))));
        goal.set(
                "fundingTotal",
                fundingOf(number, "total"::equals).findFirst().orElseThrow().get("amounts"));
        return goal;
    }

    private ObjectNode indicator(JsonNode first) {
        var indicator = JSON.createObjectNode();
        indicator.set("number", first.get("indicator"));
        indicator.set("name", first.get("name"));
        indicator.put("kind", upper(first, "kind"));
        indicator.setAll(responsibility(first));
        indicator.set(
                "series",
                array(rows(indicators, text(first, "goal"))
                        .filter(row -> row.get("indicator").equals(first.get("indicator")))
                        .map(ShippedPlan::series)));
        return indicator;
    }

    private static ObjectNode series(JsonNode record) {
        var series = JSON.createObjectNode();
        series.set("row", record.get("row"));
        series.set("name", record.get("rowName"));
        series.set("unit", record.get("unit"));
        series.put("better", upper(record, "better"));
        series.set("decimals", record.get("decimals"));
        series.setAll(responsibility(record));
        var values = series.putObject("values");
        record.get("values").properties().forEach(year -> {
            year.getValue()
                    .properties()
                    .forEach(half -> values.withObjectProperty(year.getKey())
                            .set(half.getKey(), quantity(half.getValue().stringValue())));
        });
        return series;
    }

    private static ObjectNode responsibility(JsonNode record) {
        var part = JSON.createObjectNode();
        part.set("origin", record.get("origin"));
        part.set("source", record.get("source"));
        part.set("curator", record.get("curator"));
        var byAgreement = record.get("byAgreement").valueStream().toList();
        part.set("executors", array(record.get("executors").valueStream().map(body -> {
            var executor = JSON.createObjectNode();
            executor.set("body", body);
            return executor.put("byAgreement", byAgreement.contains(body));
        })));
        return part;
    }

    private static ObjectNode quantity(String cell) {
        var number = NUMBER.matcher(cell);
        var quantity = JSON.createObjectNode();
        return number.matches()
                ? quantity.put("number", number.group(2))
                        .put("comparator", number.group(1).isEmpty() ? "=" : number.group(1))
                        .putNull("text")
                : quantity.putNull("number").putNull("comparator").put("text", cell);
    }

    private Stream<ObjectNode> actionsUnder(String goal, JsonNode parent) {
        return rows(actions, goal)
                .filter(record -> parent == null
                        ? record.get("parent").isNull()
                        : record.get("parent").equals(parent.get("ordinal")))
                .map(this::action);
    }

    private ObjectNode action(JsonNode record) {
        var action = JSON.createObjectNode();
        action.set("ordinal", record.get("ordinal"));
        action.set("heading", record.get("heading"));
        action.putObject("title")
                .put("ru", text(record, "title_ru"))
                .put("kk", text(record, "title_kk"))
                .put("en", text(record, "title_en"));
        action.put("officialText", "");
        List.of("from", "to", "due", "recurring", "phases").forEach(name -> action.set(name, record.get(name)));
        action.set(
                "measures",
                array(record.get("quantities")
                        .valueStream()
                        .map(measure -> JSON.createObjectNode()
                                .put("value", text(measure, "value"))
                                .put("unit", text(measure, "unit"))
                                .put("per", text(measure, "per").isEmpty() ? "LEVEL" : upper(measure, "per")))));
        action.set("children", array(actionsUnder(text(record, "goal"), record)));
        return action;
    }

    private Stream<ObjectNode> fundingOf(String goal, Predicate<String> sources) {
        return rows(funding, goal)
                .filter(record -> sources.test(text(record, "source")))
                .map(record -> {
                    var row = JSON.createObjectNode();
                    row.put("source", upper(record, "source"));
                    row.set("amounts", record.get("amounts"));
                    return row;
                });
    }

    private static ObjectNode body(JsonNode record) {
        var body = JSON.createObjectNode();
        body.set("key", record.get("key"));
        body.putObject("abbreviation")
                .put("ru", text(record, "abbr_ru"))
                .put("kk", text(record, "abbr_kk"))
                .put("en", "");
        body.putObject("name")
                .put("ru", text(record, "name_ru"))
                .put("kk", text(record, "name_kk"))
                .put("en", text(record, "name_en"));
        body.set("kind", record.get("kind"));
        body.set("certain", record.get("certain"));
        return body;
    }

    private static ObjectNode curator(JsonNode record) {
        var curator = JSON.createObjectNode();
        curator.set("key", record.get("key"));
        curator.putObject("name").put("ru", text(record, "name")).put("kk", "").put("en", "");
        return curator;
    }

    private static ObjectNode term(String kind, JsonNode record, String key) {
        var term = JSON.createObjectNode().put("kind", kind);
        term.set("key", record.get(key));
        term.set("title", record.get("title"));
        return term;
    }

    private static Stream<JsonNode> rows(JsonNode file, String goal) {
        return file.valueStream().filter(record -> text(record, "goal").equals(goal));
    }

    private static String text(JsonNode record, String name) {
        return record.get(name).stringValue();
    }

    private static String upper(JsonNode record, String name) {
        return text(record, name).toUpperCase(Locale.ROOT);
    }

    private static ArrayNode array(Stream<? extends JsonNode> nodes) {
        return JSON.createArrayNode().addAll(nodes.toList());
    }

    private static JsonNode file(String name) {
        try (var stream = new ClassPathResource("plan/almaty-2021-2025/" + name + ".json").getInputStream()) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
