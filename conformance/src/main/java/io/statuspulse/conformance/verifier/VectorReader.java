package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.Reading;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of vectors, of which {@link SchemaName#SIGNATURE_VECTORS} describes the format. */
final class VectorReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String OURS = "REQ-";

    private final String source;
    private final Map<String, VectorFlag> flags = new LinkedHashMap<>();
    private final List<Vector> vectors = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private VectorReader(String source) {
        this.source = source;
    }

    /** Reads the kit's own file, which its build has judged. */
    static Vectors bundled(byte[] file) {
        return new VectorReader("the kit's vectors").read(MAPPER.readTree(file));
    }

    /**
     * Reads a file that anybody may have written.
     *
     * @param source what messages call it
     * @throws IllegalArgumentException if it is none; the message, of one line, names the source and what is wrong
     */
    static Vectors checked(byte[] file, String source) {
        Reading reading = Schemas.read(SchemaName.SIGNATURE_VECTORS, file);
        if (!reading.problems().isEmpty()) {
            Problem first = reading.problems().get(0);
            int others = reading.problems().size() - 1;
            throw new IllegalArgumentException(source
                    + (first.pointer().isEmpty() ? "" : " at " + Printable.decoded(first.pointer())) + ": "
                    + first.words() + (others == 0 ? "" : " (and " + others + " more)"));
        }
        return new VectorReader(source).read(reading.root());
    }

    private Vectors read(JsonNode root) {
        root.get("flags")
                .properties()
                .forEach(entry -> flags.put(entry.getKey(), flag(entry.getKey(), entry.getValue())));
        root.get("groups").forEach(this::group);
        int announced = root.get("numberOfVectors").asInt();
        if (announced != vectors.size()) {
            throw wrong("holds " + vectors.size() + " vectors, and says that there are " + announced);
        }
        return new Vectors(
                root.get("version").asString(),
                root.get("generator").get("seed").asLong(),
                vectors);
    }

    private static VectorFlag flag(String name, JsonNode flag) {
        return new VectorFlag(
                name,
                flag.get("bugType").asString(),
                flag.get("description").asString(),
                flag.get("effect").asString(),
                texts(flag.path("references")));
    }

    private void group(JsonNode group) {
        VerifierSetup setup = new VerifierSetup(
                texts(group.get("secrets")),
                Duration.ofSeconds(group.get("toleranceSeconds").asLong()),
                Instant.ofEpochSecond(group.get("now").asLong()));
        group.get("vectors").forEach(vector -> vectors.add(vector(vector, setup)));
    }

    private Vector vector(JsonNode vector, VerifierSetup setup) {
        String id = vector.get("id").asString();
        if (!ids.add(id)) {
            throw wrong("has the id " + id + " twice");
        }
        String requirement = vector.get("requirement").asString();
        return new Vector(
                id,
                vector.get("comment").asString(),
                Level.valueOf(vector.get("level").asString()),
                requirement(id, requirement),
                optional(vector, "scenario"),
                texts(vector.get("flags")).stream()
                        .map(name -> flagOf(id, name))
                        .toList(),
                setup,
                headers(vector.get("headers")),
                bytes(vector.get("bodyBase64")),
                Vector.Result.named(vector.get("result").asString()),
                optional(vector, "reason"));
    }

    private Requirement requirement(String vector, String id) {
        if (!id.startsWith(OURS)) {
            return Requirement.own(id, "A rule of whoever wrote the vectors.");
        }
        return Requirement.ofContract().stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst()
                .orElseThrow(() -> wrong(vector + " is about " + id + ", which the contract has not"));
    }

    private VectorFlag flagOf(String id, String name) {
        VectorFlag flag = flags.get(name);
        if (flag == null) {
            throw wrong(id + " has the flag " + name + ", which is not explained");
        }
        return flag;
    }

    private static List<HeaderLine> headers(JsonNode headers) {
        List<HeaderLine> lines = new ArrayList<>();
        for (JsonNode header : headers) {
            String value = header.has("value")
                    ? header.get("value").asString()
                    : bytes(header.get("valueBase64")).asLatin1();
            lines.add(new HeaderLine(header.get("name").asString(), value));
        }
        return lines;
    }

    private static Bytes bytes(JsonNode base64) {
        return Bytes.of(Base64.getDecoder().decode(base64.asString()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.get(name).asString()) : Optional.empty();
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(source + " " + what);
    }
}
