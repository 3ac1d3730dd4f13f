package io.statuspulse.conformance.ci;

import io.statuspulse.conformance.json.JsonOutput;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes what failed as SARIF 2.1.0 (OASIS), in the subset that GitHub's code scanning reads. */
public final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final int MOST_WORDS = 1_000;

    private SarifReport() {}

    /**
     * Writes a log in ASCII and leaves {@code out} open. It has a result for each scenario that failed, or should not have
     * been answered as it was. What is waived is left out: code scanning shows suppressed results as open ones.
     *
     * @param source the receiver's source file, with {@code /} and relative to its repository, where alerts are to be shown;
     *     empty where the path of the receiver's URL has to stand for it
     * @throws IOException if {@code out} does not take it
     */
    public static void write(RecordedReport report, Optional<String> source, OutputStream out) throws IOException {
        SarifLocation location = SarifLocation.of(report.target(), source);
        List<RecordedResult> failures = Texts.failures(report);
        JsonOutput.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json, report, failures);
            invocation(json, report);
            json.writeObjectPropertyStart("automationDetails");
            json.writeStringProperty("id", report.kit().name() + "/");
            json.writeEndObject();
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            for (int i = 0; i < failures.size(); i++) {
                SarifResult.write(json, report, failures.get(i), i, location);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tool(JsonGenerator json, RecordedReport report, List<RecordedResult> failures) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "StatusPulse Webhook Kit");
        json.writeStringProperty("version", report.kit().version());
        json.writeArrayPropertyStart("rules");
        failures.forEach(failure -> SarifRule.write(json, failure));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Tells what is no result: that the run is not whole, and waivers that hold no more. */
    private static void invocation(JsonGenerator json, RecordedReport report) {
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", report.conclusion() != Conclusion.INCOMPLETE);
        json.writeStringProperty("startTimeUtc", report.startedAt().toString());
        json.writeArrayPropertyStart("toolExecutionNotifications");
        if (report.conclusion() == Conclusion.INCOMPLETE) {
            notification(json, "error", report.sentence());
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("toolConfigurationNotifications");
        Texts.staleWaivers(report)
                .forEach(result -> notification(json, "error", result.id() + " is waived, but it passed."));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void notification(JsonGenerator json, String level, String words) {
        json.writeStartObject();
        json.writeStringProperty("level", level);
        message(json, "message", words);
        json.writeEndObject();
    }

    static void message(JsonGenerator json, String name, String words) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text(words));
        json.writeEndObject();
    }

    /** What a receiver answered is no link (3.11.6), and no placeholder is filled in (3.11.5), as there are no arguments. */
    static String text(String words) {
        return Texts.line(words, MOST_WORDS).replace("](", "]\\x28");
    }
}
