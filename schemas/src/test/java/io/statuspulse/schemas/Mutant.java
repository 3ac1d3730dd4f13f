package io.statuspulse.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema file with one rule weakened, dropped or shifted.
 *
 * @param what the place and the change, for people
 */
record Mutant(String file, String what, String text) {
    private static final Set<String> DROPPED = Set.of(
            "type",
            "enum",
            "const",
            "not",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "minLength",
            "required",
            "additionalProperties",
            "$ref",
            "if",
            "then");
    private static final Set<String> THINNED = Set.of("type", "enum", "required", "allOf");
    private static final Set<String> SHIFTED = Set.of("minimum", "maximum", "minLength");

    /** Every single change to a schema file that should change a verdict on some example. */
    static List<Mutant> of(String file) {
        List<Mutant> mutants = new ArrayList<>();
        JsonNode root = JsonMapper.shared().readTree(Schemas.resource(file));
        collect(file, "", root, root, mutants);
        return mutants;
    }

    private static void collect(String file, String pointer, JsonNode here, JsonNode root, List<Mutant> mutants) {
        for (var entry : here.properties()) {
            String keyword = entry.getKey();
            JsonNode value = entry.getValue();
            String at = pointer + "/" + keyword;
            // Under these the keys are names of fields and parts, not keywords.
            boolean named = pointer.endsWith("/properties") || pointer.endsWith("/$defs");
            if (!named && DROPPED.contains(keyword)) {
                JsonNode copy = root.deepCopy();
                ((ObjectNode) copy.at(pointer)).remove(keyword);
                mutants.add(new Mutant(file, at + " dropped", copy.toString()));
            }
            if (!named && THINNED.contains(keyword) && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    JsonNode copy = root.deepCopy();
                    ((ArrayNode) copy.at(at)).remove(i);
                    mutants.add(new Mutant(file, at + " without " + i, copy.toString()));
                }
            }
            if (!named && SHIFTED.contains(keyword)) {
                for (int by : new int[] {-1, 1}) {
                    JsonNode copy = root.deepCopy();
                    ((ObjectNode) copy.at(pointer)).put(keyword, value.asInt() + by);
                    mutants.add(new Mutant(file, at + " shifted by " + by, copy.toString()));
                }
            }
            collect(file, at, value, root, mutants);
        }
        for (int i = 0; here.isArray() && i < here.size(); i++) {
            collect(file, pointer + "/" + i, here.get(i), root, mutants);
        }
    }
}
