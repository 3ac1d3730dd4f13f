package io.statuspulse.conformance.vectors;

import io.statuspulse.conformance.matrix.Golden;
import io.statuspulse.simulator.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The checked-in files, read as those read them who have nothing else. */
final class VectorFile {
    private static final Path FOLDER =
            Path.of("..", "schemas", "src", "main", "resources", "io", "statuspulse", "schemas", "v1");

    private VectorFile() {}

    static Golden golden(String name) {
        return new Golden(FOLDER.resolve(name));
    }

    /** The file's bytes; where golden files are rewritten, those that the list gives now. */
    static byte[] bytes(String name, Supplier<String> list) {
        if (Golden.isUpdating()) {
            golden(name).assertHolds(list.get().lines().toList());
        }
        try {
            return Files.readAllBytes(golden(name).file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A vector with the group that it stands in. */
    record Entry(JsonNode group, JsonNode vector) {
        String id() {
            return vector.path("id").asString();
        }

        String result() {
            return vector.path("result").asString();
        }

        String reason() {
            return vector.path("reason").asString("");
        }

        List<String> flags() {
            return strings(vector.path("flags"));
        }

        List<String> secrets() {
            return strings(group.path("secrets"));
        }

        Bytes body() {
            return decoded(vector.path("bodyBase64"));
        }

        /** The values of that header, whatever its case, one char for each byte. */
        List<String> values(String header) {
            return stream(vector.path("headers"))
                    .filter(line -> line.path("name")
                            .asString()
                            .toLowerCase(Locale.ROOT)
                            .equals(header.toLowerCase(Locale.ROOT)))
                    .map(line -> line.has("value")
                            ? line.path("value").asString()
                            : decoded(line.path("valueBase64")).asLatin1())
                    .toList();
        }
    }

    static List<Entry> entries(JsonNode file) {
        List<Entry> entries = new ArrayList<>();
        stream(file.path("groups"))
                .forEach(group -> stream(group.path("vectors")).forEach(v -> entries.add(new Entry(group, v))));
        return entries;
    }

    static List<String> strings(JsonNode array) {
        return stream(array).map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Bytes decoded(JsonNode base64) {
        return Bytes.of(Base64.getDecoder().decode(base64.asString()));
    }
}
