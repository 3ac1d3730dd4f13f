package io.statuspulse.schemas;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An entry of the index of examples. */
record Example(String path, String about, List<Verdict> verdicts) {
    static final String INDEX = "examples/examples.json";

    record Verdict(
            String schema,
            boolean valid,
            @Nullable String pointer,
            @Nullable String rule,
            @Nullable String reason) {
        SchemaName name() {
            return SchemaName.of(schema).orElseThrow();
        }

        /** Each broken rule as "pointer rule". */
        List<String> expected() {
            return valid ? List.of() : List.of(pointer + " " + rule);
        }
    }

    private record Index(String about, List<Example> examples) {}

    static List<Example> all() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(Schemas.resource(INDEX), new TypeReference<Index>() {})
                .examples();
    }

    byte[] bytes() {
        return Schemas.resource("examples/" + path);
    }

    boolean isYaml() {
        return path.endsWith(".yaml");
    }

    List<Problem> judge(SchemaName schema) {
        return isYaml() ? Schemas.validateYaml(schema, bytes()) : Schemas.validate(schema, bytes());
    }

    static List<String> rules(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.pointer() + " " + problem.rule())
                .toList();
    }
}
