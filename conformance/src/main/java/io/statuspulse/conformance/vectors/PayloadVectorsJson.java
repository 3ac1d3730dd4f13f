package io.statuspulse.conformance.vectors;

import io.statuspulse.schemas.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vectors for those who validate bodies as JSON; {@code SchemaName.PAYLOAD_VECTORS} describes it. */
final class PayloadVectorsJson {
    private PayloadVectorsJson() {}

    static String of(List<PayloadVector> examples, List<PayloadVector> scenarios) {
        Set<VectorFlag> used = Stream.concat(examples.stream(), scenarios.stream())
                .map(PayloadVector::flag)
                .collect(Collectors.toSet());
        return new JsonLines()
                .member("formatVersion", 1)
                .member("version", SignatureVectors.VERSION)
                .member("generator", SignatureVectorsJson.generator())
                .member(
                        "notes",
                        List.of(
                                "received is what a receiver should go by: it lets the provider add fields, types and statuses.",
                                "Nothing here is signed: whether a signature holds has nothing to do with what is in a body."))
                .member("numberOfVectors", examples.size() + scenarios.size())
                .flags(Arrays.stream(VectorFlag.values()).filter(used::contains).toList())
                .groups(List.of(
                        group("examples", "The examples of the schemas, each invalid one with one fault.", examples),
                        group("scenarios", "Bodies that scenarios of the suite send to receivers.", scenarios)))
                .write();
    }

    private static String group(String id, String comment, List<PayloadVector> vectors) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", id);
        facts.put("comment", comment);
        return JsonLines.group(
                facts, vectors.stream().map(PayloadVectorsJson::vector).toList());
    }

    private static Map<String, Object> vector(PayloadVector vector) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", vector.id());
        facts.put("comment", vector.comment());
        vector.scenario().ifPresent(id -> facts.put("scenario", id));
        facts.put("flags", List.of(vector.flag().label()));
        facts.put("bodyBase64", vector.body().toBase64());
        facts.put("received", verdict(vector.received()));
        facts.put("emitted", verdict(vector.emitted()));
        return facts;
    }

    private static Map<String, Object> verdict(List<Problem> problems) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("valid", problems.isEmpty());
        if (!problems.isEmpty()) {
            facts.put(
                    "problems",
                    problems.stream().map(PayloadVectorsJson::problem).toList());
        }
        return facts;
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("pointer", problem.pointer());
        facts.put("rule", problem.rule());
        return facts;
    }
}
