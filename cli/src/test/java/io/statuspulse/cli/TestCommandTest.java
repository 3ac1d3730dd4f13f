package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestCommandTest {
    private static ReceiverFixture correct;
    private static ReceiverFixture wrong;

    @TempDir
    Path directory;

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
    void aCorrectReceiverPasses() {
        Outcome outcome = command()
                .run("test", correct.url(), "--effects", correct.receiver().effectsTemplate(), "--seed=5");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("PASSED", "seed 5").doesNotContain(SECRET);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aDefectFails() {
        Outcome outcome = command().run("test", wrong.url(), "--select=timestamp/hour-old");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("FAILED timestamp/hour-old", "TimestampShift[-PT1H]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--select=signature/missing", "--profile=quick", "--select=must", "--exclude=timestamp"})
    void selectionsAreRun(String selection) {
        assertThat(command().run("test", correct.url(), selection).exitCode()).isZero();
    }

    @Test
    void statusesOfRejectionAreConfigurable() {
        Outcome outcome = command().run("test", correct.url(), "--select=signature/missing", "--reject-status=403,410");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("403, 410");
    }

    @Test
    void theOptionGoesBeforeTheEnvironment() {
        String[] args = {"test", correct.url(), "--select=acceptance/status-change"};
        assertThat(new Outcome.Invocation()
                        .env("STATUSPULSE_SECRET", "other")
                        .run(args)
                        .exitCode())
                .isEqualTo(1);
        assertThat(new Outcome.Invocation()
                        .env("STATUSPULSE_SECRET", "other")
                        .run(args[0], args[1], args[2], "--secret", SECRET)
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void oneLineEndOfASecretFileIsNotPartOfTheSecret(String end) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), SECRET + end);
        Outcome outcome = Outcome.of(
                "test", correct.url(), "--select=acceptance/status-change", "--secret-file", file.toString());
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void twoLineEndsOfASecretFileAreNotBothTaken() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), SECRET + "\n\n");
        Outcome outcome = Outcome.of(
                "test", correct.url(), "--select=acceptance/status-change", "--secret-file", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void effectsThatCannotBeReadStopTheRun() {
        Outcome outcome = command().run("test", correct.url(), "--effects", correct.url() + "?{event_id}");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("statuspulse: effects: ").hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void effectsAreSaidNotToBeObservedWithoutAProbe() {
        Outcome outcome = command().run("test", correct.url(), "--select=signature/missing");
        assertThat(outcome.out()).containsIgnoringCase("not observed").contains("--effects");
    }

    @Test
    void progressRewritesOneLineAtATerminalOnly() {
        Outcome live = command().env("TERM", "xterm").terminals(true, true).run("test", correct.url());
        assertThat(live.err())
                .contains(" scenarios, last ")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
        Outcome inCi = command()
                .env("TERM", "xterm")
                .env("CI", "true")
                .terminals(true, true)
                .run("test", correct.url());
        assertThat(inCi.err()).isEmpty();
    }
}
