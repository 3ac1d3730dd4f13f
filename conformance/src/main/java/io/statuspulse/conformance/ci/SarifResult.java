package io.statuspulse.conformance.ci;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Writes one failure as a result of SARIF. */
final class SarifResult {
    private static final int MOST_DIFFERENCE = 600;
    private static final int HASH_BYTES = 8;

    private SarifResult() {}

    static void write(
            JsonGenerator json, RecordedReport report, RecordedResult result, int rule, SarifLocation location) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", result.id());
        json.writeNumberProperty("ruleIndex", rule);
        json.writeStringProperty("level", level(result));
        SarifReport.message(json, "message", words(report, result));
        location.write(json);
        fingerprints(json, result.id());
        json.writeEndObject();
    }

    /** A MUST that a server breaks, and not the receiver's author, is a warning as in every report. */
    static String level(RecordedResult result) {
        if (result.level() == Level.MAY) {
            return "note";
        }
        return result.level() == Level.SHOULD || result.outcome() == Outcome.WARNED ? "warning" : "error";
    }

    private static String words(RecordedReport report, RecordedResult result) {
        String causes = Texts.causes(report, result.id()).stream()
                .map(Finding::finding)
                .map(finding -> finding + " ")
                .collect(Collectors.joining());
        return causes + "It does not hold that " + result.title() + ": " + Texts.difference(result, MOST_DIFFERENCE);
    }

    /** One alert for each scenario, whatever the receiver answers and wherever it runs. */
    private static void fingerprints(JsonGenerator json, String id) {
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("scenario/v1", id);
        // The only one that code scanning goes by.
        json.writeStringProperty("primaryLocationLineHash", hash(id) + ":1");
        json.writeEndObject();
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
