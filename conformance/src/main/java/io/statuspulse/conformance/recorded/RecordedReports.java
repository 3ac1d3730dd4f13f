package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.delivery.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads report.json. */
public final class RecordedReports {
    private static final int MOST_PROBLEMS = 3;
    private static final List<String> LANGUAGES = List.of("java", "node", "go", "python");

    private RecordedReports() {}

    /**
     * Reads a report that this or an earlier version of the kit wrote.
     *
     * @param source what to call the document in messages, e.g. the file's name
     * @param json the document's bytes in UTF-8
     * @throws UnreadableReportException if the schema of reports does not fit it, a number or a date in it is beyond what
     *     can be told, or a scenario is in it twice
     */
    public static RecordedReport read(String source, byte[] json) {
        List<Problem> problems = Schemas.validate(SchemaName.REPORT, json);
        if (!problems.isEmpty()) {
            throw unreadable(source, words(problems));
        }
        RecordedReport report;
        try {
            report = Mapping.read(json);
        } catch (JacksonException e) {
            throw unreadable(source, pointer(e) + ": is beyond what can be read");
        }
        requireDistinct(source, report);
        report.shard().filter(shard -> shard.index() > shard.count()).ifPresent(shard -> {
            throw unreadable(source, "/shard/index: " + shard.index() + " is more than " + shard.count());
        });
        return report;
    }

    private static UnreadableReportException unreadable(String source, String why) {
        return new UnreadableReportException(
                Printable.decoded("'" + source + "' is no report.json that this version reads: " + why));
    }

    private static String words(List<Problem> problems) {
        String more = problems.size() > MOST_PROBLEMS ? "; and " + (problems.size() - MOST_PROBLEMS) + " more" : "";
        return problems.stream()
                        .limit(MOST_PROBLEMS)
                        .map(problem -> (problem.pointer().isEmpty() ? "" : problem.pointer() + ": ") + problem.words())
                        .collect(Collectors.joining("; "))
                + more;
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(part -> "/" + (part.getPropertyName() == null ? part.getIndex() : part.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static void requireDistinct(String source, RecordedReport report) {
        Set<String> seen = new TreeSet<>();
        report.results().stream()
                .map(RecordedResult::id)
                .filter(id -> !seen.add(id))
                .findFirst()
                .ifPresent(id -> {
                    throw unreadable(source, "it has two results of scenario " + id);
                });
    }

    /** From the words of the format to the types of the kit; loaded only where something is read. */
    private static final class Mapping {
        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();

        static RecordedReport read(byte[] json) {
            ObjectNode root = (ObjectNode) MAPPER.readTree(json);
            root.remove(List.of("formatVersion", "summary"));
            orElse(root, "suite", "");
            if (!root.has("again")) {
                root.set(
                        "again",
                        MAPPER.valueToTree(RunAgain.at(root.path("target").asString())));
            }
            root.path("results").forEach(result -> complete((ObjectNode) result));
            root.path("diagnosis").forEach(finding -> {
                orElse((ObjectNode) finding, "id", "");
                ((ObjectNode) finding).withArray("explains");
            });
            return MAPPER.treeToValue(root, RecordedReport.class);
        }

        /** Says what the format lets a report leave out. */
        private static void complete(ObjectNode result) {
            result.put("verdict", constant(result.path("verdict").asString()));
            orElse(result, "requirementText", "");
            orElse(result, "why", "");
            JsonNode mend = result.path("mend");
            if (mend.isObject()) {
                LANGUAGES.forEach(language -> orElse((ObjectNode) mend, language, ""));
            } else {
                result.set("mend", MAPPER.valueToTree(Mend.anywhere(mend.asString(""))));
            }
            result.path("exchanges").forEach(exchange -> {
                orElse((ObjectNode) exchange, "role", "trial");
                ((ObjectNode) exchange.path("request")).withArray("steps");
                if (exchange.path("response").isObject()) {
                    orElse((ObjectNode) exchange.path("response"), "reason", "");
                }
            });
        }

        private static void orElse(ObjectNode object, String property, String value) {
            if (!object.has(property)) {
                object.put(property, value);
            }
        }

        private static String constant(String label) {
            return label.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }
}
