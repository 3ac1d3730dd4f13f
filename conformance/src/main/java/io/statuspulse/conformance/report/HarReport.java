package io.statuspulse.conformance.report;

import io.statuspulse.conformance.json.JsonOutput;
import io.statuspulse.conformance.recorded.RecordedExchange;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * Writes every exchange of a run as an HTTP Archive, version 1.2, as browsers' tools read it. What HTTP cannot tell of an
 * exchange stands in fields that begin with an underscore, which the format leaves to whoever writes it.
 */
final class HarReport {
    private HarReport() {}

    static void write(RecordedReport report, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("log");
            json.writeStringProperty("version", "1.2");
            json.writeObjectPropertyStart("creator");
            json.writeStringProperty("name", report.kit().name());
            json.writeStringProperty("version", report.kit().version());
            json.writeEndObject();
            json.writeArrayPropertyStart("pages");
            json.writeEndArray();
            json.writeArrayPropertyStart("entries");
            for (RecordedResult result : report.results()) {
                for (RecordedExchange exchange : result.exchanges()) {
                    entry(json, report, result, exchange);
                }
            }
            json.writeEndArray();
            json.writeStringProperty(
                    "comment", report.sentence() + " Profile " + report.profile() + ", seed " + report.seed());
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void entry(
            JsonGenerator json, RecordedReport report, RecordedResult result, RecordedExchange exchange) {
        json.writeStartObject();
        HarEntry.write(json, report, exchange);
        json.writeStringProperty(
                "comment", result.id() + ": " + result.outcome().label());
        json.writeStringProperty("_scenario", result.id());
        json.writeStringProperty("_verdict", result.outcome().label());
        json.writeStringProperty("_role", Words.of(exchange.role()));
        JsonReport.texts(json, "_edits", exchange.edits());
        json.writeEndObject();
    }
}
