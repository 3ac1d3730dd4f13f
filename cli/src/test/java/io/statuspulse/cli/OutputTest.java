package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static io.statuspulse.cli.ReceiverFixture.command;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code test} prints, of a receiver that takes deliveries of any age. */
class OutputTest {
    private static final String NOBODY = "http://127.0.0.1:1/hook";
    private static ReceiverFixture wrong;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        wrong = ReceiverFixture.with("no-drift-check");
    }

    @AfterAll
    static void stop() {
        wrong.close();
    }

    @Test
    void quietTellsWhatFailedAndTheVerdict() {
        Outcome outcome = test("--quiet", "--select=timestamp/hour-old", "--select=signature/missing");
        assertThat(outcome.out())
                .isEqualTo("FAILED timestamp/hour-old\nFAILED: The receiver breaks the contract in 1 scenario.\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void quietTellsOnlyTheVerdictWhereNothingFailed() {
        Outcome outcome = test("--quiet", "--select=signature/missing");
        assertThat(outcome.out()).startsWith("PASSED: ").hasLineCount(1);
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void quietTellsWhyNothingCouldBeJudged() {
        Outcome outcome = command().run("test", NOBODY, "--quiet");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("statuspulse: ").hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void verboseTellsAllThatWasSentBeforeTheReport() {
        Outcome outcome = test("--verbose", "--select=timestamp/hour-old", "--select=signature/missing");
        assertThat(outcome.out())
                .contains(
                        "failed: timestamp/hour-old: ",
                        "passed: signature/missing: ",
                        "> POST /webhook/statuspulse HTTP/1.1",
                        "< HTTP 401")
                .doesNotContain(SECRET);
        assertThat(outcome.out().indexOf("passed: signature/missing"))
                .isLessThan(outcome.out().indexOf("FAILED timestamp/hour-old"));
        assertThat(outcome.out()).endsWith("FAILED: The receiver breaks the contract in 1 scenario.\n");
    }

    @Test
    void littleAndAllTogetherAreRefused() {
        Outcome outcome = test("--quiet", "--verbose");
        assertThat(outcome.err()).startsWith("statuspulse: --quiet and --verbose: both are given");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--strict", "--quiet", "--verbose"})
    void jsonIsTheReportToTheByteAndNothingElse(String more) throws IOException {
        Path file = directory.resolve("report.json");
        Outcome outcome = test("--output=json", more, "--select=timestamp", "--report=json=" + file);
        assertThat(outcome.out()).isEqualTo(Files.readString(file));
        assertThat(Schemas.validate(SchemaName.REPORT, outcome.out().getBytes(UTF_8)))
                .isEmpty();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void jsonIsWhatAnotherProgramReadsFromAPipe() throws Exception {
        Outcome outcome = test("--output", "json", "--select=timestamp/hour-old");
        assertThat(piped(
                        outcome.out(),
                        "python3",
                        "-c",
                        "import json, sys; r = json.load(sys.stdin.buffer);"
                                + " print(r['summary']['failed'], *(x['id'] for x in r['results']))"))
                .isEqualTo("1 timestamp/hour-old\n");
    }

    @Test
    void programsGetTheirReportAlsoWhereNobodyIsThere() {
        Outcome outcome = command().run("test", NOBODY, "--output=json", "--select=signature/missing");
        assertThat(outcome.out()).contains("\"id\": \"unreachable\"");
        assertThat(Schemas.validate(SchemaName.REPORT, outcome.out().getBytes(UTF_8)))
                .isEmpty();
        assertThat(outcome.err()).startsWith("statuspulse: ").hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void standardOutputIsForOneOfTwoDocuments() {
        Outcome outcome = test("--output=json", "--print-known-failures");
        assertThat(outcome.err()).startsWith("statuspulse: --output json and --print-known-failures: both are given");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    private static Outcome test(String... more) {
        List<String> args = new ArrayList<>(List.of("test", wrong.url()));
        args.addAll(List.of(more));
        return command().run(args.toArray(String[]::new));
    }

    private String piped(String input, String... reader) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Process process;
        try {
            process = new ProcessBuilder(reader)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException e) {
            return abort("there is no " + reader[0] + " here: " + e.getMessage());
        }
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        assertThat(process.waitFor()).isZero();
        return Files.readString(out);
    }
}
