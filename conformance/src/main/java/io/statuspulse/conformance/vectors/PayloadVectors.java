package io.statuspulse.conformance.vectors;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.WireEdit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors for those who validate bodies: the examples of the schemas, and what scenarios about bodies send. */
final class PayloadVectors {
    /** What is longer is about limits, and not about what is in a body. */
    private static final int LONGEST = 16 * 1024;

    private static final Set<String> AREAS = Set.of("acceptance", "raw-body", "schema", "payload");

    private PayloadVectors() {}

    static List<PayloadVector> examples() {
        JsonNode index = JsonMapper.shared().readTree(Schemas.resource("examples/examples.json"));
        return StreamSupport.stream(index.path("examples").spliterator(), false)
                .filter(example -> example.path("verdicts").findValuesAsString("schema").stream()
                        .anyMatch(schema -> schema.startsWith("event-")))
                .map(PayloadVectors::example)
                .toList();
    }

    private static PayloadVector example(JsonNode example) {
        String path = example.path("path").asString();
        String id = "examples/" + path.substring(0, path.indexOf('.')).replace('/', '.');
        return PayloadVector.judged(
                id, example.path("about").asString(), Optional.empty(), Bytes.of(Schemas.resource("examples/" + path)));
    }

    static List<PayloadVector> scenarios() {
        Set<Bytes> seen = new HashSet<>();
        return Suite.scenarios().stream()
                .filter(scenario -> AREAS.contains(scenario.area()))
                .flatMap(PayloadVectors::bodies)
                .filter(vector -> vector.body().size() <= LONGEST && seen.add(vector.body()))
                .toList();
    }

    private static Stream<PayloadVector> bodies(Scenario scenario) {
        List<Step> steps = scenario.trials().stream()
                .filter(trial -> trial.steps().size() == 1)
                .map(trial -> trial.steps().get(0))
                .filter(step -> step.plan().edits().stream().noneMatch(WireEdit.class::isInstance))
                .toList();
        return steps.stream().map(step -> {
            String id = scenario.id() + "." + (steps.size() == 1 ? "delivery" : Slug.of(step.plan()));
            return PayloadVector.judged(
                    id,
                    scenario.title(),
                    Optional.of(scenario.id()),
                    Composing.request(step.plan(), id).body());
        });
    }
}
