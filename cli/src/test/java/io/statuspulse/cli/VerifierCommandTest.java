package io.statuspulse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierCommandTest {
    private static final String RIGHT = VerifierMain.command("right");
    private static final String WRONG = VerifierMain.command("no-limit-ahead");

    @TempDir
    Path directory;

    @Test
    void aRightVerifierPassesEveryVector() {
        Outcome outcome = Outcome.of("verifier", "--command", RIGHT);
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.err()).doesNotContain("statuspulse: "); // Progress, where it took its time.
        assertThat(outcome.out()).contains("1774 passed, 43 observed", "OBSERVED MayUpperCase: rejected (9 of 9)");
    }

    @Test
    void whatIsWrongIsToldWithItsCauseAndHowToRunItAgain() {
        Outcome outcome = Outcome.of("verifier", "--command", WRONG, "--select", "timestamp/year-ahead");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out().replaceAll("\\s+", " "))
                .contains(
                        "FOUND The verifier accepts what it must reject (Premature)",
                        "expected reject",
                        "actual accept",
                        "statuspulse verifier --command",
                        "--select timestamp/year-ahead.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "junit", "html", "markdown", "sarif", "har", "badge"})
    void reportsAreThoseOfARun(String format) throws IOException {
        Path file = directory.resolve("report");
        Outcome outcome =
                Outcome.of("verifier", "--command", WRONG, "--select", "Premature", "--report", format + "=" + file);
        assertThat(outcome.exitCode()).isEqualTo(1);
        byte[] report = Files.readAllBytes(file);
        assertThat(report).isNotEmpty();
        if (format.equals("json")) {
            assertThat(Schemas.validate(SchemaName.REPORT, report)).isEmpty();
        }
    }

    @Test
    void knownFailuresMakeItGreenAndGoStale() throws IOException {
        Path known = directory.resolve("known.yaml");
        Outcome draft = Outcome.of("verifier", "--command", WRONG, "--print-known-failures");
        assertThat(draft.exitCode()).isEqualTo(1);
        Files.writeString(known, draft.out());
        assertThat(Outcome.of("verifier", "--command", WRONG, "--known-failures", known.toString())
                        .exitCode())
                .isZero();
        Outcome stale = Outcome.of("verifier", "--command", RIGHT, "--known-failures", known.toString());
        assertThat(stale.exitCode()).isEqualTo(1);
        assertThat(stale.out()).contains("STALE-WAIVER");
    }

    @Test
    void oneThatEndsAtOnceCouldNotBeJudged() {
        Outcome outcome = Outcome.of("verifier", "--command", VerifierMain.command("broken"), "--select", "Genuine");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .hasSize(3)
                .contains("no such module: verify")
                .last()
                .asString()
                .startsWith("statuspulse: ")
                .endsWith("gave no answer to a genuine delivery: the process ended with 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--command|",
                "--command|'node",
                "--command|/nonexistent/verify|--select|Genuine",
                "--command|x|--select|TruncatedMacs",
                "--command|x|--exclude|nope/*",
                "--command|x|--timeout|0s",
                "--command|x|--ready-timeout|2h",
                "--command|x|--vectors|/nonexistent/vectors.json",
                "--command|x|--report|pdf=x",
                "--command|x|--known-failures|/nonexistent.yaml"
            })
    void wrongUsageIsToldInOneLine(String args) {
        String[] words = ("verifier|" + args).split("\\|");
        Outcome outcome = Outcome.of(words);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).hasLineCount(1).startsWith("statuspulse: ");
    }

    @Test
    void nothingSelectedIsNotGreen() {
        assertThat(Outcome.of("verifier", "--command", "x", "--select", "Genuine", "--exclude", "Genuine")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void vectorsOfOthersAreJudgedAsTheyAre() throws IOException {
        Path file = directory.resolve("vectors.json");
        Files.write(file, Schemas.resource("examples/valid/signature-vectors-all-fields.json"));
        Outcome outcome = Outcome.of("verifier", "--command", RIGHT, "--vectors", file.toString());
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("3 passed, 1 observed");
        Files.write(file, Schemas.resource("examples/invalid/signature-vectors-no-secret.json"));
        Outcome wrong = Outcome.of("verifier", "--command", RIGHT, "--vectors", file.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).hasLineCount(1).contains(file.toString(), "/groups/0/secrets");
    }

    @Test
    void vectorsAreExplained() {
        Outcome outcome = Outcome.of("explain", "signature/truncated-by-one.delivery");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().replaceAll("[ \\\\]*\n *", " "))
                .contains(
                        "expected     reject",
                        "statuspulse verifier --command COMMAND --select signature/truncated-by-one.delivery",
                        "--print-requests")
                .doesNotContain("suite 1.0");
    }

    @Test
    void requestsArePrintedAsTheyAreAsked() {
        Outcome outcome = Outcome.of("verifier", "--print-requests");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines()).hasSize(1817).allSatisfy(line -> {
            assertThat(line).matches("[ -~]+");
            assertThat(Schemas.validate(SchemaName.VERIFIER_REQUEST, line.getBytes(StandardCharsets.US_ASCII)))
                    .isEmpty();
        });
    }
}
