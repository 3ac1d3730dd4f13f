package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedReports;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real signals to the command in a JVM of its own. No deadline is near: only a signal ends what hangs. */
@Timeout(180)
class InterruptionTest {
    private static final String HANGING = "tampering/emptied";

    /** Of the same area, which therefore is never through, and never told as progress. */
    private static final String PASSING = "tampering/one-bit";

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void needsSignals() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here, so that no signal can be sent");
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void signalLeavesAPartialReportAndNothingRunning(String signal, int exitCode) throws Exception {
        Process kit = test("--start", receiver());
        awaitFile("hanging");
        pid("child").awaitStart();
        signal(signal, kit);

        assertThat(kit.waitFor()).isEqualTo(exitCode);
        RecordedReport report = report();
        assertThat(report.interrupted()).isTrue();
        assertThat(report.result(PASSING).orElseThrow().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.result(HANGING).orElseThrow().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(report.result(HANGING).orElseThrow().facts("reason")).containsExactly("interrupted");
        assertThat(report.count(Outcome.FAILED)).isZero();
        assertThat(Files.readString(directory.resolve("report.xml")))
                .contains("statuspulse.interrupted", "type=\"interrupted\"");
        assertThat(out())
                .startsWith("PARTIAL REPORT: ")
                .contains("INCOMPLETE: ")
                .doesNotContain("receiver's output");
        assertThat(err()).isEmpty();
        assertThat(pid("receiver").isGone()).isTrue();
        assertThat(pid("child").isGone()).isTrue();
    }

    /** As a terminal does, which sends it to whatever runs in it. */
    @Test
    void signalToTheReceiverAtTheSameTimeIsNoFailure() throws Exception {
        Process kit = test("--start", receiver());
        awaitFile("hanging");
        signal("INT", kit, ProcessHandle.of(pid("receiver").number()).orElseThrow());

        assertThat(kit.waitFor()).isEqualTo(130);
        assertThat(report().interrupted()).isTrue();
        assertThat(report().count(Outcome.FAILED)).isZero();
        assertThat(report().result(PASSING).orElseThrow().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void signalDuringTheStartLeavesNothingRunning() throws Exception {
        Process kit = test(
                "--ready-timeout=1h",
                "--start",
                StubReceiver.command("pid", directory.resolve("receiver").toString(), "wait", ""));
        pid("receiver").awaitStart();
        signal("INT", kit);

        assertThat(kit.waitFor()).isEqualTo(130);
        assertThat(report().interrupted()).isTrue();
        assertThat(report().count(Outcome.INCONCLUSIVE))
                .isEqualTo(report().results().size());
        assertThat(out()).startsWith("PARTIAL REPORT: ");
        assertThat(pid("receiver").isGone()).isTrue();
    }

    @Test
    void signalBeforeTheFirstAnswerIsAnsweredAtOnce() throws Exception {
        Process kit = test(
                "--start", StubReceiver.command("hang", "greeting=" + directory.resolve("hanging"), "serve", "{port}"));
        awaitFile("hanging");
        signal("INT", kit);

        assertThat(kit.waitFor()).isEqualTo(130);
        assertThat(report().interrupted()).isTrue();
        assertThat(report().diagnosis()).isEmpty();
    }

    @Test
    void diagnosisThatIsInterruptedTellsNothing() throws Exception {
        Process kit = kit(
                "diagnose",
                "http://127.0.0.1:0/hook",
                "--timeout=1h",
                "--start",
                StubReceiver.command(
                        "pid",
                        directory.resolve("receiver").toString(),
                        "hang",
                        "greeting=" + directory.resolve("hanging"),
                        "serve",
                        "{port}"));
        awaitFile("hanging");
        signal("INT", kit);

        assertThat(kit.waitFor()).isEqualTo(130);
        assertThat(out() + err()).isEmpty();
        assertThat(pid("receiver").isGone()).isTrue();
    }

    private String receiver() {
        return StubReceiver.command(
                "child",
                directory.resolve("child").toString(),
                "pid",
                directory.resolve("receiver").toString(),
                "hang",
                HANGING + "=" + directory.resolve("hanging"),
                "serve",
                "{port}");
    }

    private Process test(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "test",
                "http://127.0.0.1:0/hook",
                "--timeout=1h",
                "--jobs=1",
                "--select=" + PASSING,
                "--select=" + HANGING,
                "--report=json=" + directory.resolve("report.json"),
                "--report=junit=" + directory.resolve("report.xml")));
        args.addAll(List.of(options));
        return kit(args.toArray(String[]::new));
    }

    private Process kit(String... args) throws IOException {
        List<String> words = new ArrayList<>(withoutIgnoredSignals());
        words.addAll(StubReceiver.words(Main.class, args));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().put("STATUSPULSE_SECRET", SECRET);
        Process kit = builder.start();
        started.add(kit);
        return kit;
    }

    /** Where this runs in the background of a script, SIGINT is ignored by whatever it starts, unless that is undone. */
    private static List<String> withoutIgnoredSignals() throws IOException {
        List<String> undone = List.of("env", "--default-signal=INT");
        List<String> probe = new ArrayList<>(undone);
        probe.add("true");
        try {
            return new ProcessBuilder(probe).start().waitFor() == 0 ? undone : List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signal(String name, Process kit, ProcessHandle... others) throws Exception {
        List<String> kill = new ArrayList<>(List.of("/bin/sh", "-c", "kill -" + name + " \"$@\"", "kill"));
        Arrays.stream(others).forEach(other -> kill.add(Long.toString(other.pid())));
        kill.add(Long.toString(kit.pid()));
        assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
    }

    private void awaitFile(String name) {
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(directory.resolve(name)));
    }

    private Pid pid(String name) {
        return new Pid(directory.resolve(name));
    }

    private RecordedReport report() throws IOException {
        byte[] json = Files.readAllBytes(directory.resolve("report.json"));
        assertThat(Schemas.validate(SchemaName.REPORT, json)).isEmpty();
        return RecordedReports.read("report.json", json);
    }

    private String out() throws IOException {
        return Files.readString(directory.resolve("out"), UTF_8);
    }

    private String err() throws IOException {
        return Files.readString(directory.resolve("err"), UTF_8);
    }
}
