package io.statuspulse.conformance.report;

import io.statuspulse.conformance.json.JsonOutput;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedReport.RecordedKit;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.conformance.verdict.Shard;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes report.json, format version 1. */
final class JsonReport {
    private static final int FORMAT_VERSION = 1;

    private JsonReport() {}

    static void write(RecordedReport report, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.writeStartObject();
            kit(json, report.kit());
            json.writeNumberProperty("formatVersion", FORMAT_VERSION);
            Json.unlessBlank(json, "suite", report.suite());
            json.writeStringProperty("target", report.target());
            json.writeNumberProperty("seed", report.seed());
            json.writeStringProperty("startedAt", report.startedAt().toString());
            json.writeNumberProperty("durationMs", report.durationMs());
            json.writeStringProperty("profile", report.profile());
            report.shard().ifPresent(shard -> shard(json, shard));
            if (!report.again().equals(RunAgain.at(report.target()))) {
                again(json, report.again());
            }
            if (report.interrupted()) {
                json.writeBooleanProperty("interrupted", true);
            }
            summary(json, report);
            json.writeStringProperty("effects", report.effects());
            json.writeArrayPropertyStart("results");
            report.results().forEach(result -> result(json, result));
            json.writeEndArray();
            json.writeArrayPropertyStart("diagnosis");
            report.diagnosis().forEach(finding -> finding(json, finding));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void kit(JsonGenerator json, RecordedKit kit) {
        json.writeObjectPropertyStart("kit");
        json.writeStringProperty("name", kit.name());
        json.writeStringProperty("version", kit.version());
        json.writeEndObject();
    }

    private static void shard(JsonGenerator json, Shard shard) {
        json.writeObjectPropertyStart("shard");
        json.writeNumberProperty("index", shard.index());
        json.writeNumberProperty("count", shard.count());
        json.writeNumberProperty("selected", shard.selected());
        json.writeStringProperty("selection", shard.selection());
        json.writeStringProperty("rules", shard.rules());
        json.writeEndObject();
    }

    private static void again(JsonGenerator json, RunAgain again) {
        json.writeObjectPropertyStart("again");
        json.writeStringProperty("url", again.url());
        json.writeBooleanProperty("start", again.start());
        texts(json, "scenarios", again.scenarios());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, RecordedReport report) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("total", report.results().size());
        json.writeNumberProperty("passed", report.count(Outcome.PASSED));
        json.writeNumberProperty("failed", report.count(Outcome.FAILED));
        json.writeNumberProperty("warned", report.count(Outcome.WARNED));
        json.writeNumberProperty("inconclusive", report.count(Outcome.INCONCLUSIVE));
        json.writeNumberProperty("notApplicable", report.count(Outcome.NOT_APPLICABLE));
        json.writeNumberProperty("waived", report.count(Outcome.WAIVED));
        json.writeNumberProperty("staleWaivers", report.count(Outcome.STALE_WAIVER));
        json.writeNumberProperty("observed", report.count(Outcome.OBSERVED));
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, RecordedResult result) {
        json.writeStartObject();
        json.writeStringProperty("id", result.id());
        json.writeStringProperty("title", result.title());
        json.writeStringProperty("level", result.level().name());
        json.writeStringProperty("requirement", result.requirement());
        Json.unlessBlank(json, "requirementText", result.requirementText());
        json.writeStringProperty("expect", result.expect());
        json.writeStringProperty("verdict", result.outcome().label());
        json.writeArrayPropertyStart("facts");
        result.facts().forEach(fact -> fact(json, fact));
        json.writeEndArray();
        json.writeNumberProperty("durationMs", result.durationMs());
        texts(json, "tags", result.tags());
        Json.unlessBlank(json, "why", result.why());
        Json.mend(json, result.mend());
        result.curl().ifPresent(line -> json.writeStringProperty("curl", line));
        result.noCurl().ifPresent(why -> json.writeStringProperty("noCurl", why));
        json.writeArrayPropertyStart("exchanges");
        result.exchanges().forEach(exchange -> JsonExchange.write(json, exchange));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void fact(JsonGenerator json, Fact fact) {
        json.writeStartObject();
        json.writeStringProperty("key", fact.key());
        json.writeStringProperty("value", fact.value());
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        Json.unlessBlank(json, "id", finding.id());
        json.writeStringProperty("finding", finding.finding());
        json.writeStringProperty("evidence", finding.evidence());
        json.writeStringProperty("mend", finding.mend());
        texts(json, "explains", finding.explains());
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
