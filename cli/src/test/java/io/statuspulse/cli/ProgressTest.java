package io.statuspulse.cli;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.statuspulse.cli.Io.Terminals;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are told, at moments that a clock of their own has. */
class ProgressTest {
    private static final List<Scenario> SCENARIOS = Stream.of(
                    "signature/missing",
                    "signature/empty",
                    "http/slow-body",
                    "http/closed-early",
                    "http/" + "very-".repeat(16) + "long-name")
            .map(id -> must(id, Requirement.SIG_2, "is rejected").accepts(valid()))
            .toList();

    private volatile Thread writer = Thread.currentThread();
    private final StringWriter shown = new StringWriter() {
        @Override
        public void write(String text, int from, int length) {
            writer = Thread.currentThread();
            super.write(text, from, length);
        }
    };
    private long now = 17;

    @Test
    void terminalSeesOneLineAndTheAreasAboveIt() {
        Progress progress = progress(Map.of("TERM", "xterm"), true);
        tell(progress);
        Golden.assertEqual("progress/terminal.txt", visible());
    }

    @Test
    void logGetsALineForEachAreaAndFewOthers() {
        Progress progress = progress(Map.of(), false);
        tell(progress);
        Golden.assertEqual("progress/plain.txt", visible());
    }

    @ParameterizedTest
    @CsvSource({"CI, true", "NO_COLOR, 1", "TERM, dumb"})
    void terminalsThatNobodyWatchesOrThatTakeNoCommandsAreTreatedAsLogs(String name, String value) {
        Progress log = progress(Map.of(), false);
        tell(log);
        String inLog = visible();
        shown.getBuffer().setLength(0);

        Progress progress =
                progress(name.equals("TERM") ? Map.of(name, value) : Map.of("TERM", "xterm", name, value), true);
        tell(progress);
        assertThat(visible()).isEqualTo(inLog).doesNotContain("^[");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void quickRunShowsNothing(boolean terminal) {
        Progress progress = progress(Map.of("TERM", "xterm"), terminal);
        finishAll(progress);
        after(progress, Progress.SOON.minusMillis(1));
        progress.close();
        assertThat(visible()).isEmpty();
    }

    @Test
    void nothingIsShownAfterTheEnd() {
        Progress progress = progress(Map.of("TERM", "xterm"), true);
        after(progress, Progress.LONG);
        progress.close();
        String before = visible();
        finishAll(progress);
        after(progress, Duration.ofHours(1));
        assertThat(visible()).isEqualTo(before).endsWith("\\r^[[K");
    }

    /** Also where it is closed twice, as by who is done and by who cleans up. */
    @Test
    void timerEndsWithTheRun() {
        Progress progress =
                Progress.of(io(Map.of("TERM", "xterm"), true, System::nanoTime), SCENARIOS, UnaryOperator.identity());
        progress.begun(SCENARIOS.get(0));
        await().until(() -> visible().contains("] 0/5; signature/missing"));
        Thread timer = writer;
        assertThat(timer).isNotSameAs(Thread.currentThread()).matches(Thread::isDaemon, "daemon");
        progress.close();
        progress.close();
        assertThat(visible()).endsWith("\\r^[[K");
        await().until(() -> !timer.isAlive());
    }

    @Test
    void knownFailuresAreNotCountedAsFailures() {
        Progress progress = new Progress(
                io(Map.of("TERM", "xterm"), true), SCENARIOS, result -> with(result.scenario(), Outcome.WAIVED));
        progress.finished(with(SCENARIOS.get(0), Outcome.FAILED), 1, SCENARIOS.size());
        after(progress, Progress.SOON);
        assertThat(visible()).contains("] 1/5; ").doesNotContain("failed");
    }

    /** A line for each doubling of the time, and no more. */
    @Test
    void runThatHangsForADayFillsNoLog() {
        Progress progress = progress(Map.of(), false);
        progress.begun(SCENARIOS.get(2));
        IntStream.range(0, 24 * 60 * 60).forEach(second -> after(progress, Duration.ofSeconds(1)));
        assertThat(visible().lines())
                .hasSizeBetween(10, 15)
                .allMatch(line -> line.startsWith("0 of 5 scenarios; waiting for http/slow-body ("));
    }

    private void tell(Progress progress) {
        after(progress, Progress.SOON);
        progress.begun(SCENARIOS.get(0));
        progress.begun(SCENARIOS.get(1));
        progress.finished(with(SCENARIOS.get(0), Outcome.PASSED), 1, SCENARIOS.size());
        after(progress, Duration.ofMillis(100));
        progress.finished(with(SCENARIOS.get(1), Outcome.FAILED), 2, SCENARIOS.size());
        progress.begun(SCENARIOS.get(2));
        progress.begun(SCENARIOS.get(3));
        progress.begun(SCENARIOS.get(4));
        after(progress, Duration.ofMillis(400));
        after(progress, Progress.LONG);
        after(progress, Duration.ofSeconds(12));
        progress.finished(with(SCENARIOS.get(2), Outcome.INCONCLUSIVE), 3, SCENARIOS.size());
        progress.finished(with(SCENARIOS.get(3), Outcome.WARNED), 4, SCENARIOS.size());
        after(progress, Duration.ofMillis(100));
        progress.finished(with(SCENARIOS.get(4), Outcome.PASSED), 5, SCENARIOS.size());
        after(progress, Duration.ofMillis(100));
        progress.awaitingEffects(12);
        after(progress, Duration.ofSeconds(20));
        progress.awaitingEffects(1);
        after(progress, Duration.ofMillis(100));
        progress.awaitingEffects(0);
        after(progress, Duration.ofMillis(100));
        progress.close();
    }

    private static void finishAll(Progress progress) {
        for (int i = 0; i < SCENARIOS.size(); i++) {
            progress.begun(SCENARIOS.get(i));
            progress.finished(with(SCENARIOS.get(i), Outcome.PASSED), i + 1, SCENARIOS.size());
        }
    }

    private static Result with(Scenario scenario, Outcome outcome) {
        return new Result(scenario, new Verdict.Passed(List.of()), outcome, List.of(), Duration.ZERO);
    }

    private void after(Progress progress, Duration time) {
        now += time.toNanos();
        progress.tick();
    }

    private Progress progress(Map<String, String> env, boolean terminal) {
        return new Progress(io(env, terminal), SCENARIOS, UnaryOperator.identity());
    }

    private Io io(Map<String, String> env, boolean terminal) {
        return io(env, terminal, () -> now);
    }

    private Io io(Map<String, String> env, boolean terminal, LongSupplier ticker) {
        PrintWriter err = new PrintWriter(shown);
        return new Io(
                new PrintWriter(StringWriter.nullWriter()),
                err,
                InputStream.nullInputStream(),
                env,
                new Terminals(terminal, terminal),
                ticker);
    }

    /** What was shown, with what a terminal acts on made visible; each time that the line was written on a line of its own. */
    private String visible() {
        return shown.toString()
                .replace(System.lineSeparator(), "\n")
                .replace("\u001b[?7h", "\u001b[?7h\n")
                .replace("\r", "\\r")
                .replace("\u001b", "^[");
    }
}
