package io.statuspulse.conformance.waiver;

import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.Reading;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.delivery.Printable;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Reads a document of known failures. */
final class KnownFailuresFile {
    private static final String LIST = "knownFailures";

    private final String source;
    private final Reading reading;

    private KnownFailuresFile(String source, Reading reading) {
        this.source = Printable.decoded(source);
        this.reading = reading;
    }

    static List<Entry> read(byte[] document, String source) {
        boolean isJson = source.toLowerCase(Locale.ROOT).endsWith(".json");
        Reading reading = isJson
                ? Schemas.read(SchemaName.KNOWN_FAILURES, document)
                : Schemas.readYaml(SchemaName.KNOWN_FAILURES, document);
        return new KnownFailuresFile(source, reading).entries();
    }

    private List<Entry> entries() {
        List<Problem> problems = reading.problems();
        if (!problems.isEmpty()) {
            String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
            throw wrong(problems.get(0).pointer(), problems.get(0).words() + more);
        }
        JsonNode list = reading.root().path(LIST);
        return new ArrayList<>(IntStream.range(0, list.size())
                .mapToObj(i -> entry(list.get(i), i))
                .toList());
    }

    private Entry entry(JsonNode node, int index) {
        String pointer = "/" + LIST + "/" + index;
        return new Entry(
                new KnownFailure(
                        node.path("scenario").asString(),
                        node.path("reason").asString(),
                        read(node, pointer, "link", "a URI", URI::create),
                        read(node, pointer, "expires", "a date, YYYY-MM-DD", LocalDate::parse)),
                "line " + reading.line(pointer).orElseThrow() + " of " + source);
    }

    /** The schema's idea of a form and Java's differ at the edges: then it is Java's that is told. */
    private <T> Optional<T> read(
            JsonNode entry, String pointer, String field, String form, Function<String, T> reader) {
        if (!entry.has(field)) {
            return Optional.empty();
        }
        String text = entry.path(field).asString();
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            String where = pointer + "/" + field;
            throw wrong(where, where.substring(1) + " is \"" + Printable.of(text) + "\": " + form + " wanted");
        }
    }

    private IllegalArgumentException wrong(String pointer, String words) {
        // Of what cannot be read, the words tell the line.
        String line = reading.line(pointer).isPresent()
                ? ", line " + reading.line(pointer).getAsInt()
                : "";
        return new IllegalArgumentException(source + line + ": " + words);
    }
}
