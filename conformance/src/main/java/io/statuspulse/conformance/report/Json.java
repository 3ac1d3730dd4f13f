package io.statuspulse.conformance.report;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What several of this package write in JSON. */
final class Json {
    private Json() {}

    static void tags(JsonGenerator json, Scenario scenario) {
        json.writeArrayPropertyStart("tags");
        scenario.tags().stream().sorted().map(Tag::label).forEach(json::writeString);
        json.writeEndArray();
    }

    static void unlessBlank(JsonGenerator json, String name, String value) {
        if (!value.isBlank()) {
            json.writeStringProperty(name, value);
        }
    }

    /** Writes the hints by language, those that are blank left out. */
    static void mend(JsonGenerator json, Mend mend) {
        Map<String, String> hints = byLanguage(mend);
        if (hints.values().stream().allMatch(String::isBlank)) {
            return;
        }
        json.writeObjectPropertyStart("mend");
        hints.forEach((language, hint) -> unlessBlank(json, language, hint));
        json.writeEndObject();
    }

    private static Map<String, String> byLanguage(Mend mend) {
        Map<String, String> hints = new LinkedHashMap<>();
        hints.put("java", mend.java());
        hints.put("node", mend.node());
        hints.put("go", mend.go());
        hints.put("python", mend.python());
        return hints;
    }
}
