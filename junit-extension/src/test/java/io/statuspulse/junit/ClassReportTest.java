package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report that each class leaves. */
class ClassReportTest {
    @TempDir
    Path directory;

    private BuiltInReceiver server = Bench.withDefect("missing-header-skips-verification");
    private ReceiverUnderTest under = ReceiverUnderTest.at(server.url()).secret(Bench.SECRET);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_holds_every_scenario_of_the_class_once_in_the_order_of_the_suite() throws IOException {
        run(Samples.OneArea.class);

        JsonNode report = report(Samples.OneArea.class);
        assertThat(ids(report))
                .isEqualTo(Suite.scenarios().stream()
                        .filter(scenario -> scenario.area().equals("secret"))
                        .map(Scenario::id)
                        .toList());
        assertThat(report.path("summary").path("total").asInt())
                .isEqualTo(ids(report).size());
        assertThat(report.path("target").asString()).isEqualTo(server.url().toString());
        assertThat(report.path("profile").asString()).isEqualTo("junit");
    }

    @Test
    void it_keeps_to_the_schema_and_names_no_secret() throws IOException {
        run(Samples.Whole.class, "signature_missing", "signature_empty", "rotation_live", "tls_1_2");

        byte[] written = Files.readAllBytes(file(Samples.Whole.class));
        assertThat(Schemas.validate(SchemaName.REPORT, written)).isEmpty();
        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain(Bench.SECRET);
    }

    @Test
    void what_is_run_again_alone_replaces_its_result_and_leaves_the_others() throws IOException {
        run(Samples.Whole.class, "signature_missing", "signature_empty");
        assertThat(verdicts(report(Samples.Whole.class)))
                .containsExactly("signature/missing failed", "signature/empty passed");

        try (BuiltInReceiver mended = Bench.correct()) {
            Bench.run(
                    ReceiverUnderTest.at(mended.url()).secret(Bench.SECRET),
                    parameters(),
                    Samples.Whole.class,
                    "signature_missing");
        }

        assertThat(verdicts(report(Samples.Whole.class)))
                .containsExactly("signature/missing passed", "signature/empty passed");
    }

    @Test
    void a_nested_class_is_in_the_report_of_the_receiver_that_it_shares() throws IOException {
        run(Samples.Outer.class);

        assertThat(ids(report(Samples.Outer.class)))
                .allMatch(id -> id.startsWith("secret/") || id.startsWith("rotation/"))
                .anyMatch(id -> id.startsWith("rotation/"));
        assertThat(ids(report(Samples.Outer.BringsItsOwn.class)))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("raw-body/"));
        assertThat(file(Samples.Outer.Shares.class)).doesNotExist();
    }

    @Test
    void nothing_of_a_draft_stays_whether_it_became_the_report_or_not() throws IOException {
        run(Samples.OneArea.class);
        run(Samples.Outer.class); // After its own tests come those of a class that shares its receiver.

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .hasSize(6)
                    .allMatch(name -> name.endsWith(".json") || name.endsWith(".html"));
        }
    }

    @Test
    void one_of_an_earlier_build_does_not_stay_where_nothing_could_be_tested() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(file(Templates.Missing.class), "{}");

        EngineExecutionResults results =
                Bench.run(ReceiverUnderTest.at(server.url()), parameters(), Templates.Missing.class);

        assertThat(results.testEvents().failed().count()).isEqualTo(1);
        assertThat(file(Templates.Missing.class)).doesNotExist();
    }

    @Test
    void the_first_failure_of_a_class_names_it() {
        Events events = run(Templates.Chosen.class).testEvents();

        assertThat(messages(events))
                .filteredOn(message -> message.contains("  report       " + file(Templates.Chosen.class)))
                .hasSize(1);
    }

    @Test
    void a_directory_that_was_asked_for_and_cannot_be_made_fails_the_tests() throws IOException {
        Path taken = Files.createFile(directory.resolve("taken"));

        Events events = Bench.run(under, Map.of(ReportDirectory.PARAMETER, taken.toString()), Templates.Missing.class)
                .testEvents();

        assertThat(messages(events))
                .singleElement()
                .asString()
                .contains("statuspulse.report.dir", taken.toString(), "cannot be written");
    }

    @Test
    void nothing_is_left_of_a_report_that_cannot_be_written() throws IOException {
        Path html = directory.resolve(Templates.Missing.class.getName() + ".html");
        ReceiverUnderTest whileItRuns = ReceiverUnderTest.at(() -> {
                    try {
                        Files.createDirectories(html.resolve("taken"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return server.url();
                })
                .secret(Bench.SECRET);

        EngineExecutionResults results = Bench.run(whileItRuns, parameters(), Templates.Missing.class);

        assertThat(results.containerEvents().failed().count()).isEqualTo(1);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactlyInAnyOrder(html, file(Templates.Missing.class));
        }
    }

    private EngineExecutionResults run(Class<?> sample, String... methods) {
        return Bench.run(under, parameters(), sample, methods);
    }

    private Map<String, String> parameters() {
        return Map.of(ReportDirectory.PARAMETER, directory.toString());
    }

    private Path file(Class<?> sample) {
        return directory.resolve(sample.getName() + ".json");
    }

    private JsonNode report(Class<?> sample) {
        return JsonMapper.shared().readTree(file(sample));
    }

    private static List<String> ids(JsonNode report) {
        return results(report).map(result -> result.path("id").asString()).toList();
    }

    private static List<String> verdicts(JsonNode report) {
        return results(report)
                .map(result -> result.path("id").asString() + " "
                        + result.path("verdict").asString())
                .toList();
    }

    private static Stream<JsonNode> results(JsonNode report) {
        return report.path("results").valueStream();
    }

    private static List<String> messages(Events events) {
        return events.failed().list().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }
}
