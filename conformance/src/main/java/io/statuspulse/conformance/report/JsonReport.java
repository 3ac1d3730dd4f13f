package io.statuspulse.conformance.report;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** Writes report.json, format version 1. */
final class JsonReport {
    private static final int FORMAT_VERSION = 1;

    private JsonReport() {}

    static void write(Report raw, String kitVersion, String suiteVersion, OutputStream out) throws IOException {
        Report report = Disclosure.of(raw);
        Json.write(out, json -> {
            json.writeStartObject();
            kit(json, kitVersion);
            json.writeNumberProperty("formatVersion", FORMAT_VERSION);
            json.writeStringProperty("suite", suiteVersion);
            json.writeStringProperty("target", report.target());
            json.writeNumberProperty("seed", report.seed());
            json.writeStringProperty("startedAt", report.startedAt().toString());
            json.writeNumberProperty("durationMs", Json.millis(report.duration()));
            json.writeStringProperty("profile", report.profile());
            if (report.interrupted().isPresent()) {
                json.writeBooleanProperty("interrupted", true);
            }
            summary(json, report);
            json.writeStringProperty("effects", report.effectsObserved() ? "observed" : "not-observed");
            json.writeArrayPropertyStart("results");
            report.results().forEach(result -> result(json, result));
            json.writeEndArray();
            json.writeArrayPropertyStart("diagnosis");
            Silence.of(report).ifPresent(finding -> finding(json, finding));
            report.diagnosis().forEach(finding -> finding(json, finding));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void kit(JsonGenerator json, String version) {
        json.writeObjectPropertyStart("kit");
        json.writeStringProperty("name", Kit.NAME);
        json.writeStringProperty("version", version);
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Report report) {
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

    private static void result(JsonGenerator json, Result result) {
        Scenario scenario = result.scenario();
        json.writeStartObject();
        json.writeStringProperty("id", scenario.id());
        json.writeStringProperty("title", scenario.title());
        json.writeStringProperty("level", scenario.level().name());
        json.writeStringProperty("requirement", scenario.requirement().id());
        json.writeStringProperty("requirementText", scenario.requirement().words());
        json.writeStringProperty("expect", scenario.expect().label());
        json.writeStringProperty("verdict", result.outcome().label());
        json.writeArrayPropertyStart("facts");
        if (!result.reason().isEmpty()) {
            fact(json, new Fact("reason", result.reason()));
        }
        result.facts().forEach(fact -> fact(json, fact));
        json.writeEndArray();
        json.writeNumberProperty("durationMs", Json.millis(result.duration()));
        Json.tags(json, scenario);
        Json.unlessBlank(json, "why", scenario.why());
        Json.mend(json, scenario.mend());
        json.writeArrayPropertyStart("exchanges");
        result.sent().forEach(sent -> JsonExchange.write(json, sent));
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
        json.writeStringProperty("id", finding.id());
        json.writeStringProperty("finding", finding.finding());
        json.writeStringProperty("evidence", finding.evidence());
        json.writeStringProperty("mend", finding.mend());
        json.writeArrayPropertyStart("explains");
        finding.explains().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
