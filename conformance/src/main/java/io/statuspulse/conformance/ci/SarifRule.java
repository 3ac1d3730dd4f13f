package io.statuspulse.conformance.ci;

import io.statuspulse.conformance.recorded.RecordedResult;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes one scenario as a rule of SARIF: what it requires, why it matters, how to mend it. */
final class SarifRule {
    private SarifRule() {}

    static void write(JsonGenerator json, RecordedResult result) {
        json.writeStartObject();
        json.writeStringProperty("id", result.id());
        SarifReport.message(json, "shortDescription", sentence(result.title()));
        SarifReport.message(
                json,
                "fullDescription",
                result.requirement() + (result.requirementText().isEmpty() ? "" : ": " + result.requirementText()));
        json.writeObjectPropertyStart("help");
        json.writeStringProperty("text", SarifReport.text(String.join(" ", plain(result))));
        json.writeStringProperty("markdown", String.join("\n\n", markdown(result)));
        json.writeEndObject();
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", SarifResult.level(result));
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        json.writeArrayPropertyStart("tags");
        json.writeString(result.area());
        json.writeString(result.level().name());
        result.tags().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String sentence(String title) {
        return title.isEmpty() ? "" : Character.toUpperCase(title.charAt(0)) + title.substring(1) + ".";
    }

    private static List<String> plain(RecordedResult result) {
        List<String> parts = new ArrayList<>();
        if (!result.why().isBlank()) {
            parts.add("Why it matters: " + result.why());
        }
        result.mend().hints().forEach((language, hint) -> parts.add("Mend" + in(language) + ": " + hint));
        parts.add("statuspulse explain " + result.id() + " tells more.");
        return parts;
    }

    private static List<String> markdown(RecordedResult result) {
        List<String> parts = new ArrayList<>();
        parts.add("**" + Markdown.prose(result.requirement()) + "** " + Markdown.prose(result.requirementText()));
        if (!result.why().isBlank()) {
            parts.add("**Why it matters:** " + Markdown.prose(result.why()));
        }
        result.mend()
                .hints()
                .forEach((language, hint) -> parts.add("**Mend" + in(language) + ":** " + Markdown.prose(hint)));
        parts.add(Markdown.code("statuspulse explain " + result.id()) + " tells more.");
        return parts;
    }

    private static String in(String language) {
        return language.isEmpty() ? "" : " in " + language;
    }
}
