package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.command;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFailuresTest {
    /** Nobody is there: whatever is told with exit code 2 was told before anything was sent. */
    private static final String NOBODY = "http://127.0.0.1:9/hook";

    private static final String HOUR_OLD = "--select=timestamp/hour-old";

    private static ReceiverFixture correct;
    private static ReceiverFixture wrong;

    @TempDir
    static Path directory;

    @BeforeAll
    static void start() {
        correct = ReceiverFixture.correct();
        wrong = ReceiverFixture.with("no-drift-check");
    }

    @AfterAll
    static void stop() {
        correct.close();
        wrong.close();
    }

    @Test
    void whatIsPrintedMakesTheNextRunGreenUntilTheReceiverIsMended() throws IOException {
        Outcome first = test(wrong, "--print-known-failures");
        Path known = Files.writeString(directory.resolve("printed.yaml"), first.out());

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(Schemas.validateYaml(SchemaName.KNOWN_FAILURES, first.out().getBytes(UTF_8)))
                .isEmpty();
        assertThat(first.out()).contains("- scenario: timestamp/hour-old\n", "TODO", "(±1 h to ±14 h)");
        assertThat(first.err()).contains("FAILED 8 scenarios (8 MUST)", "FAILED: The receiver breaks the contract in ");

        Outcome second = test(wrong, "--known-failures", known.toString());
        assertThat(second.exitCode()).isZero();
        assertThat(unwrapped(second.out()))
                .contains(" WAIVED timestamp/just-outside-past,", ": TODO: why this failure is lived with ")
                .contains(" that are waived, as far as answers tell: effects were not observed.")
                .doesNotContain("FOUND", "FAILED");
        assertThat(second.err()).isEmpty();

        Outcome mended = test(correct, "--known-failures", known.toString());
        assertThat(mended.exitCode()).isEqualTo(1);
        assertThat(mended.out()).contains("STALE-WAIVER timestamp/hour-old", "waivers are stale.");
    }

    @Test
    void staleEntryIsNamedWithItsLine() throws IOException {
        Path known =
                file("stale.yaml", "# ours\nknownFailures:\n\n- scenario: timestamp/hour-old\n  reason: The gateway.");
        Outcome outcome = test(correct, HOUR_OLD, "--known-failures", known.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(unwrapped(outcome.out()))
                .contains("STALE-WAIVER timestamp/hour-old", "The scenario passed: take timestamp/hour-old (line 4 of ")
                .contains("stale.yaml) out.", "The gateway.", "FAILED: 1 waiver is stale.");
    }

    @Test
    void expiredEntryIsNamedWithItsDay() throws IOException {
        Path known = entry("expired.yaml", "timestamp/hour-old, reason: r, expires: 2020-01-31");
        Outcome outcome = test(wrong, HOUR_OLD, "--known-failures", known.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(unwrapped(outcome.out()))
                .contains("FAILED timestamp/hour-old (MUST, REQ-TIME-2)", "EXPIRED-WAIVER timestamp/hour-old")
                .contains("It expired on 2020-01-31, and the failure counts again: mend the receiver")
                .contains("FAILED: The receiver breaks the contract in 1 scenario; 1 waiver has expired.");
    }

    @Test
    void entryThatDoesNotExpireYetTellsItsDayAndLink() throws IOException {
        Path known = entry("open.yaml", "'*/hour-*', reason: r, expires: 2999-12-31, link: 'https://t.example/7'");
        Outcome outcome = test(wrong, HOUR_OLD, "--known-failures", known.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("WAIVED timestamp/hour-old: r (until 2999-12-31, https://t.example/7)")
                .contains("PASSED: Every MUST that was run holds but 1 that is waived, ");
    }

    @Test
    void whatIsInconclusiveIsNotExcused() throws IOException {
        Path known = entry("all.yaml", "'*', reason: r");
        Outcome outcome = new Outcome.Invocation()
                .env("STATUSPULSE_SECRET", "whsec_of_somebody_else")
                .run("test", correct.url(), "--profile=quick", "--known-failures", known.toString());

        assertThat(outcome.out())
                .contains("WAIVED", "INCONCLUSIVE", "INCOMPLETE: All that failed is waived, but what was seen of ")
                .doesNotContain("FAILED ");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void entryForWhatIsNotSelectedIsNeitherStaleNorWrong() throws IOException {
        Path known = entry("elsewhere.yaml", "timestamp/hour-old, reason: r");
        Outcome outcome = test(correct, "--select=signature/missing", "--known-failures", known.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).doesNotContain("hour-old");
    }

    @Test
    void globOfWhichOnlyAPartWasRunIsLeftOpen() throws IOException {
        Path known = entry("glob.yaml", "timestamp/*, reason: r");
        Outcome outcome = test(correct, HOUR_OLD, "--known-failures", known.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(unwrapped(outcome.out()))
                .contains("REPORTED timestamp/hour-old: nothing failed that the known failure timestamp/* (line 1 of ")
                .contains("whether it can be taken out is open");
    }

    @Test
    void filesAddUp() throws IOException {
        Path one = entry("one.yaml", "timestamp/hour-old, reason: one");
        Path two =
                file("two.json", "{\"knownFailures\": [{\"scenario\": \"timestamp/day-old\", \"reason\": \"two\"}]}");
        String[] both = {"--known-failures=" + one, "--known-failures=" + two};

        assertThat(test(wrong, "--select=timestamp/hour-old", "--select=timestamp/day-old", both[0], both[1])
                        .exitCode())
                .isZero();
        Outcome rest = test(wrong, "--select=timestamp/*-old", both[0], both[1], "--print-known-failures");
        assertThat(rest.exitCode()).isEqualTo(1);
        assertThat(rest.out()).contains("timestamp/year-old").doesNotContain("day-old", "hour-old");
    }

    @Test
    void reportFilesTellOfWaivers() throws IOException {
        Path known = entry("reported.yaml", "timestamp/hour-old, reason: The gateway.");
        Path json = directory.resolve("report.json");
        Path junit = directory.resolve("report.xml");
        test(wrong, HOUR_OLD, "--known-failures=" + known, "--report=json=" + json, "--report=junit=" + junit);

        assertThat(Schemas.validate(SchemaName.REPORT, Files.readAllBytes(json)))
                .isEmpty();
        assertThat(Files.readString(json))
                .contains("\"verdict\": \"waived\"", "\"key\": \"waiver-entry\"", "timestamp/hour-old (line 1 of ");
        assertThat(Files.readString(junit)).contains("<skipped type=\"waived\" message=\"The gateway.\">");
    }

    @Test
    void documentIsPrintedAlsoWhereNothingFails() {
        Outcome outcome = command()
                .terminals(false, true)
                .env("TERM", "xterm")
                .run("test", correct.url(), "--select=signature/missing", "--print-known-failures");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).endsWith("knownFailures: []\n").doesNotContain("\u001b");
        assertThat(outcome.err()).contains("\u001b[1;32mPASSED:");
    }

    @Test
    void nothingIsPrintedWhereNobodyIsThere() {
        Outcome outcome = command().run("test", NOBODY, "--print-known-failures");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).hasLineCount(1);
    }

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                arguments("line 2 of @: 'signature/mising' matches no scenario; nearest: signature/missing, ", """
                        knownFailures:
                        - {scenario: signature/mising, reason: r}"""),
                arguments("line 1 of @: 'must' matches no scenario; nearest: ", entryOf("must, reason: r")),
                arguments("'tls' matches no scenario, it is an area; expected 'tls/*'", entryOf("tls, reason: r")),
                arguments("@, line 1: \"reason\" is missing from knownFailures/0", entryOf("tls/*")),
                arguments(
                        "@, line 1: knownFailures/0/expires is \"soon\": ", entryOf("tls/*, reason: r, expires: soon")),
                arguments("@, line 1: knownFailures/0/link is \"#7\": ", entryOf("tls/*, reason: r, link: '#7'")),
                arguments("@: the document has an alias", entryOf("*any, reason: r")),
                arguments("@: the document is empty", ""),
                arguments("@: ", "knownFailures:\n  - scenario: a/b\n   reason: r\n"),
                arguments("@, line 1: \"knownFailures\" is missing from the document", "{}"),
                arguments("line 3 of @: 'tls/*' is there already, in line 2 of @;", """
                        knownFailures:
                        - {scenario: tls/*, reason: r}
                        - {scenario: tls/*, reason: s}"""),
                arguments("line 3 of @: 'tls/1.?' decides on nothing", """
                        knownFailures:
                        - {scenario: tls/*, reason: r}
                        - {scenario: 'tls/1.?', reason: s}"""),
                arguments("'@' is longer than 262144 bytes", "#".repeat(300_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void wrongFileIsToldInOneLineBeforeAnythingIsSent(String message, String text) throws IOException {
        Path known = file("wrong.yaml", text);
        Outcome outcome = command().run("test", NOBODY, "--known-failures", known.toString());

        assertThat(outcome.err())
                .startsWith("statuspulse: --known-failures: ")
                .contains(message.replace("@", known.toString()))
                .hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere.yaml"})
    void fileThatIsNoneIsTold(String name) {
        Outcome outcome = command()
                .run("test", NOBODY, "--known-failures", directory.resolve(name).toString());

        assertThat(outcome.err()).startsWith("statuspulse: --known-failures: '").hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    private static Path entry(String name, String flow) throws IOException {
        return file(name, entryOf(flow));
    }

    private static String entryOf(String flow) {
        return "knownFailures: [{scenario: " + flow + "}]";
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static Outcome test(ReceiverFixture receiver, String... more) {
        List<String> args = new ArrayList<>(List.of("test", receiver.url()));
        args.addAll(List.of(more));
        return command().run(args.toArray(String[]::new));
    }
}
