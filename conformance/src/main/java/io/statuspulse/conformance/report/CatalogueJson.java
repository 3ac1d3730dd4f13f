package io.statuspulse.conformance.report;

import io.statuspulse.conformance.json.JsonOutput;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.suite.Catalogue;
import io.statuspulse.simulator.delivery.Edit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The catalogue of scenarios as JSON; {@code SchemaName.CATALOGUE} describes it. */
public final class CatalogueJson {
    private CatalogueJson() {}

    /**
     * Writes the scenarios of the suite in their order, in UTF-8, and leaves {@code out} open.
     *
     * @throws IOException if {@code out} does not take it
     */
    public static void write(List<Scenario> scenarios, OutputStream out) throws IOException {
        write(Catalogue.builtIn(), scenarios, out);
    }

    /**
     * Writes some scenarios of a catalogue in their order, in UTF-8, and leaves {@code out} open.
     *
     * @throws IOException if {@code out} does not take it
     */
    public static void write(Catalogue catalogue, List<Scenario> scenarios, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("suite", catalogue.version().toString());
            json.writeArrayPropertyStart("scenarios");
            scenarios.forEach(scenario -> scenario(json, scenario, catalogue.source(scenario)));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void scenario(JsonGenerator json, Scenario scenario, Optional<String> source) {
        json.writeStartObject();
        json.writeStringProperty("id", scenario.id());
        json.writeStringProperty("level", scenario.level().name());
        json.writeStringProperty("expect", scenario.expect().label());
        json.writeStringProperty("requirement", scenario.requirement().id());
        json.writeStringProperty("requirementText", scenario.requirement().words());
        json.writeStringProperty("title", scenario.title());
        Json.tags(json, scenario);
        json.writeStringProperty("since", scenario.since().toString());
        source.ifPresent(from -> json.writeStringProperty("source", from));
        Json.unlessBlank(json, "why", scenario.why());
        Json.mend(json, scenario.mend());
        strings(json, "references", scenario.references());
        json.writeArrayPropertyStart("alsoRejected");
        scenario.alsoRejected().stream().sorted().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("trials");
        scenario.trials().forEach(trial -> trial(json, trial));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void trial(JsonGenerator json, Trial trial) {
        json.writeStartObject();
        json.writeStringProperty("effects", label(trial.effects()));
        if (trial instanceof Procedure procedure) {
            json.writeStringProperty("procedure", procedure.words());
        }
        json.writeArrayPropertyStart("steps");
        trial.steps().forEach(step -> step(json, step));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, Step step) {
        json.writeStartObject();
        json.writeStringProperty("base", Words.of(step.plan().base()));
        strings(json, "setup", step.plan().setup().stream().map(Edit::print).toList());
        strings(json, "faults", step.plan().faults().stream().map(Edit::print).toList());
        json.writeStringProperty("answer", label(step.answer()));
        json.writeNumberProperty("event", step.event());
        json.writeNumberProperty("copies", step.copies());
        json.writeNumberProperty("afterMs", step.after().toMillis());
        strings(
                json,
                "manners",
                step.manners().stream().sorted().map(CatalogueJson::label).toList());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
