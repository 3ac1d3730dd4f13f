package io.statuspulse.conformance.vectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON with a line for each vector, so that a change shows as the lines that changed. In ASCII. */
final class JsonLines {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final List<String> members = new ArrayList<>();

    JsonLines member(String name, Object value) {
        members.add(json(name) + ": " + json(value));
        return this;
    }

    JsonLines flags(List<VectorFlag> flags) {
        List<String> lines = flags.stream()
                .map(flag -> {
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("bugType", flag.bugType().label());
                    facts.put("description", flag.description());
                    facts.put("effect", flag.effect());
                    if (!flag.references().isEmpty()) {
                        facts.put("references", flag.references());
                    }
                    return "    " + json(flag.label()) + ": " + json(facts);
                })
                .toList();
        members.add("\"flags\": {\n" + String.join(",\n", lines) + "\n  }");
        return this;
    }

    /**
     * A group.
     *
     * @param facts its members but for the vectors
     * @param vectors the members of each vector
     */
    static String group(Map<String, Object> facts, List<Map<String, Object>> vectors) {
        List<String> all = new ArrayList<>();
        facts.forEach((name, value) -> all.add("      " + json(name) + ": " + json(value)));
        all.add("      \"vectors\": [\n        "
                + String.join(
                        ",\n        ", vectors.stream().map(JsonLines::json).toList()) + "\n      ]");
        return "    {\n" + String.join(",\n", all) + "\n    }";
    }

    JsonLines groups(List<String> groups) {
        members.add("\"groups\": [\n" + String.join(",\n", groups) + "\n  ]");
        return this;
    }

    String write() {
        return "{\n  " + String.join(",\n  ", members) + "\n}\n";
    }

    private static String json(Object value) {
        return MAPPER.writeValueAsString(value).replace("\u007f", "\\u007F");
    }
}
