package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubTest {
    private static final String SELECT = "--select=timestamp/hour-old";
    private static ReceiverFixture receiver;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.with("no-drift-check");
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void failuresAreAnnotatedOnARunnerAndNowhereElse() {
        Outcome there =
                command().env("GITHUB_ACTIONS", "true").run("test", receiver.url(), SELECT, "--source=src/hook.js");
        assertThat(there.err())
                .contains("::error file=src/hook.js,line=1,title=timestamp/hour-old (MUST%2C REQ-TIME-2)::");
        assertThat(there.out()).doesNotContain("::error");
        assertThat(command().run("test", receiver.url(), SELECT).err()).doesNotContain("::error");
        assertThat(command()
                        .env("GITHUB_ACTIONS", "true")
                        .run("test", receiver.url(), SELECT, "--github=none")
                        .err())
                .doesNotContain("::error");
    }

    @Test
    void nobodyThereIsAnnotatedToo() {
        Outcome outcome = command().env("GITHUB_ACTIONS", "true").run("test", "http://127.0.0.1:1/hook", SELECT);
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).contains("::error title=The receiver could not be reached");
    }

    @Test
    void summaryIsAppendedToWhatIsThere() throws IOException {
        Path file = Files.writeString(directory.resolve("summary.md"), "of another step\n");
        Outcome outcome = command()
                .env("GITHUB_ACTIONS", "true")
                .env("GITHUB_STEP_SUMMARY", file.toString())
                .run("test", receiver.url(), SELECT, "--github=summary,annotations");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("::error");
        assertThat(Files.readString(file))
                .startsWith("of another step\n## ❌ StatusPulse webhooks: FAILED\n")
                .contains("<code>timestamp/hour-old</code>")
                .doesNotContain(SECRET);
    }

    @Test
    void summaryIsWrittenOnlyWhereItIsAskedForAndWhereThereIsAPlaceForIt() throws IOException {
        Path file = directory.resolve("summary.md");
        command().env("GITHUB_STEP_SUMMARY", file.toString()).run("test", receiver.url(), SELECT);
        assertThat(file).doesNotExist();
        Outcome elsewhere = command().run("test", receiver.url(), SELECT, "--github=summary");
        assertThat(elsewhere.exitCode()).isEqualTo(1);
        assertThat(elsewhere.err()).isEmpty();
    }

    @Test
    void summaryThatCannotBeWrittenIsToldBeforeTheRun() {
        Outcome outcome = command()
                .env("GITHUB_STEP_SUMMARY", directory.resolve("none/summary.md").toString())
                .run("test", receiver.url(), SELECT, "--github=summary");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("GITHUB_STEP_SUMMARY: '", "cannot be written");
    }

    @Test
    void partThatThereIsNotIsNamed() {
        Outcome outcome = command().run("test", receiver.url(), "--github=summary,badge");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--github: there is no 'badge', expected annotations, summary or none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../other.js", "C:\\x.js", "src/", "", "a\nb"})
    void sourceOutsideARepositoryIsRefused(String path) {
        Outcome outcome = command().run("test", receiver.url(), "--source", path);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--source: '", "expected e.g. src/webhook.js");
    }

    @Test
    void sourceIsWhereCodeScanningShowsFailures() throws IOException {
        Path sarif = directory.resolve("out.sarif");
        command().run("test", receiver.url(), SELECT, "--report", "sarif=" + sarif, "--source=src/hook.js");
        assertThat(Files.readString(sarif)).contains("\"uri\": \"src/hook.js\"", "timestamp/hour-old");
    }

    /** A receiver decides on what it answers and prints, and a runner reads commands in both outputs. */
    @Test
    void linesOfTheLogAreNoCommands() {
        String lines = "  ::add-mask::x\n::error::y\nof ::notice::z ##[error]w\n";
        assertThat(GithubOutput.harmless(Map.of("GITHUB_ACTIONS", "true"), lines))
                .isEqualTo("  \\::add-mask::x\n\\::error::y\nof ::notice::z ##\\[error]w\n");
        assertThat(GithubOutput.harmless(Map.of(), lines)).isEqualTo(lines);
    }
}
