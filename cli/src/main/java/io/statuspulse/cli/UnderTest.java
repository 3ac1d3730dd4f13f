package io.statuspulse.cli;

import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.start.ProcessReceiver;
import io.statuspulse.conformance.start.ProcessStarter;
import io.statuspulse.conformance.start.ReceiverStartException;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.wire.Exchange;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The receiver under test, which may have to be started first, and is ended then also where a signal ends the JVM. */
final class UnderTest implements AutoCloseable {
    /** A process that nobody answers for any more may take a moment to end. */
    private static final Duration ENDING = Duration.ofMillis(500);

    private final Io io;
    private final Optional<ProcessStarter> starter;
    private final Interruption interruption = Interruption.watch();
    private Optional<ProcessReceiver> receiver = Optional.empty();
    private String log = "";

    UnderTest(Io io, Optional<ProcessStarter> starter) {
        this.io = io;
        this.starter = starter;
    }

    /** Starts it, where it is to be started, and runs the scenarios; of one that does not start, nothing could be judged. */
    SuiteRun run(Supplier<Progress> progress, RunSettings settings, String selection, List<Scenario> scenarios) {
        Optional<String> notStarted = start();
        if (notStarted.isPresent()) {
            return interruption.over()
                    ? SuiteRun.interrupted(settings, selection, scenarios)
                    : SuiteRun.notRun(settings, selection, scenarios, notStarted.get());
        }
        try {
            return SuiteRun.of(progress.get(), settings, selection, scenarios, interruption);
        } catch (CliException e) {
            tell(io.err(), List.of(), false);
            throw e;
        }
    }

    /** Starts it, where it is to be started; returns why it did not start. */
    Optional<String> start() {
        try {
            receiver = starter.map(ProcessStarter::start);
            receiver.ifPresent(started -> interruption.atLast(started::close));
            return Optional.empty();
        } catch (ReceiverStartException e) {
            log = e.log();
            return Optional.of("the receiver did not start: " + e.reason());
        }
    }

    /** How a signal is to be answered while something else than scenarios is run. */
    Interruption interruption() {
        return interruption;
    }

    /** As {@link #tell(PrintWriter, List, boolean)}, after a run. */
    void tell(PrintWriter to, Report report, boolean well) {
        // What interrupts a run may end the receiver, too.
        if (report.interrupted().isEmpty()) {
            List<Exchange> sent = report.results().stream()
                    .flatMap(result -> result.sent().stream())
                    .map(Result.Sent::exchange)
                    .toList();
            tell(to, sent, well);
        }
    }

    /**
     * Tells whether the receiver that was started ended by itself, and what it had to say where not all is well.
     *
     * @param sent what of its output is not to be shown
     */
    void tell(PrintWriter to, List<Exchange> sent, boolean well) {
        // Whoever gives no answer may be about to end.
        boolean answered = !sent.isEmpty()
                && sent.stream().allMatch(exchange -> exchange.response().isPresent());
        OptionalInt exitCode = receiver.map(it -> it.exitCode(well || answered ? Duration.ZERO : ENDING))
                .orElse(OptionalInt.empty());
        exitCode.ifPresent(
                code -> to.println("\nThe receiver ended by itself during the run, with exit code " + code + "."));
        if (!well || exitCode.isPresent()) {
            to.print(GithubOutput.harmless(
                    io.env(), LogText.of(receiver.map(ProcessReceiver::log).orElse(log), sent)));
        }
        to.flush();
    }

    @Override
    public void close() {
        receiver.ifPresent(this::end);
        io.out().flush();
        io.err().flush();
        interruption.close();
    }

    private void end(ProcessReceiver started) {
        started.close();
        if (!started.left().isEmpty()) {
            io.err().println("statuspulse: processes of the receiver could not be ended: " + started.left());
        }
    }
}
