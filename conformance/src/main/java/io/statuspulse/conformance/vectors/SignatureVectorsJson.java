package io.statuspulse.conformance.vectors;

import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The vectors for those who verify signatures as JSON; {@code SchemaName.SIGNATURE_VECTORS} describes it. */
final class SignatureVectorsJson {
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    private SignatureVectorsJson() {}

    static String of(List<VectorGroup> groups) {
        Set<VectorFlag> used = groups.stream()
                .flatMap(group -> group.vectors().stream())
                .flatMap(vector -> vector.flags().stream())
                .collect(Collectors.toSet());
        return new JsonLines()
                .member("formatVersion", 1)
                .member("version", SignatureVectors.VERSION)
                .member("generator", generator())
                .member(
                        "notes",
                        List.of(
                                "The secrets are published with this file: use them for nothing else.",
                                "Give a verifier the group's secrets, tolerance and clock, and a vector's headers and body.",
                                "A header's value is text of printable ASCII, or in base64 where it is not (valueBase64).",
                                "An acceptable vector has one flag, which begins with May: decide once for each of those.",
                                "Bodies are bytes and mostly no events: the result says whether the signature holds, and"
                                        + " nothing of what is in a body."))
                .member(
                        "numberOfVectors",
                        groups.stream()
                                .mapToInt(group -> group.vectors().size())
                                .sum())
                .member("scheme", scheme())
                .flags(Arrays.stream(VectorFlag.values()).filter(used::contains).toList())
                .groups(groups.stream().map(SignatureVectorsJson::group).toList())
                .write();
    }

    static Map<String, Object> generator() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", "StatusPulse Webhook Kit");
        facts.put("suite", Suite.VERSION);
        facts.put("seed", SignatureVectors.SEED);
        return facts;
    }

    private static Map<String, Object> scheme() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("signatureHeader", Setting.SCHEME.signatureHeader());
        facts.put("timestampHeader", Setting.SCHEME.timestampHeader());
        facts.put("algorithm", "HMAC-SHA256");
        facts.put("signedContent", Setting.SCHEME.content().template());
        facts.put("encoding", "64 lower-case hexadecimal digits");
        facts.put("key", "the whole secret as UTF-8, whsec_ included");
        facts.put("timestamp", "decimal Unix seconds");
        return facts;
    }

    private static String group(VectorGroup group) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", group.id());
        facts.put("comment", group.comment());
        facts.put("secrets", group.setting().secrets());
        facts.put("toleranceSeconds", group.setting().tolerance().toSeconds());
        facts.put("now", group.setting().now());
        return JsonLines.group(
                facts,
                group.vectors().stream().map(SignatureVectorsJson::vector).toList());
    }

    private static Map<String, Object> vector(SignatureVector vector) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", vector.id());
        facts.put("comment", vector.comment());
        facts.put("level", vector.level().name());
        facts.put("requirement", vector.requirement().id());
        vector.scenario().ifPresent(id -> facts.put("scenario", id));
        facts.put("flags", vector.flags().stream().map(VectorFlag::label).toList());
        facts.put(
                "headers",
                vector.headers().stream().map(SignatureVectorsJson::header).toList());
        facts.put("bodyBase64", vector.body().toBase64());
        facts.put("result", vector.result().label());
        vector.reason().ifPresent(reason -> facts.put("reason", reason.label()));
        return facts;
    }

    private static Map<String, Object> header(HeaderLine line) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", line.name());
        if (PRINTABLE.matcher(line.value()).matches()) {
            facts.put("value", line.value());
        } else {
            facts.put("valueBase64", Bytes.latin1(line.value()).toBase64());
        }
        return facts;
    }
}
