package kz.zhospar.exchange;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A JSON document as its single facts, path by path, so that a difference between two documents names its place. */
final class Facts {

    private Facts() {}

    /** Every value with its path; empty lists and objects are facts, too. */
    static Map<String, String> of(JsonNode document) {
        var facts = new TreeMap<String, String>();
        collect("", document, facts);
        return facts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> facts) {
        if (node.isEmpty()) {
            facts.put(path, node.getNodeType() + " " + node);
        }
        node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), facts));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), facts);
        }
    }
}
