package io.statuspulse.cli;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.report.TextReport;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;

/** Shows what a run looks like, with nothing set up. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse demo",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the correct receiver passed and the defect was found", "1:otherwise"},
        footerHeading = "%nExamples:%n",
        footer = {"  statuspulse demo", "", "Both receivers run in this process, on the loopback address only."})
final class DemoCommand extends KitCommand {
    private static final String DEFECT = "no-drift-check";

    DemoCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        Defect defect = Defects.named(DEFECT).orElseThrow();
        ReceiverSettings receiver = ReceiverSettings.of(newSecret())
                .withPreviousSecret(newSecret())
                .withRetiredSecrets(List.of(newSecret()));
        io.out().println("The suite is run against two receivers, both in this process on the loopback address:");
        io.out().println("one that keeps the contract, and one that is wrong in one way on purpose.");

        title("1. The correct receiver");
        ExitCode correct = run(receiver);
        title("2. The receiver with the defect " + DEFECT);
        io.out().println(defect.summary());
        io.out().println();
        ExitCode wrong = run(receiver.withDefect(defect));

        title("What to do next");
        io.out().println("Run the suite against your own receiver, with your endpoint's secret in a file:");
        io.out().println();
        io.out().println("  statuspulse test http://127.0.0.1:8080/webhook/statuspulse --secret-file FILE");
        io.out().println();
        io.out().println("Both receivers are gone now. To try things on one that stays:");
        io.out().println();
        io.out().println("  statuspulse receiver --port 8080 --secret-file FILE --defect " + DEFECT);
        return (correct == ExitCode.OK && wrong == ExitCode.FAILED ? ExitCode.OK : ExitCode.FAILED).number();
    }

    private ExitCode run(ReceiverSettings receiverSettings) {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(receiverSettings)) {
            RunSettings settings = RunSettings.of(new Target(receiver.url()), secrets(receiverSettings))
                    .effects(receiver::effects)
                    .rotation(receiver::rotate)
                    .failures(receiver::failNext)
                    .states(receiver::state)
                    .seed(TestCommand.newSeed())
                    .build();
            Selection selection = Selection.of(Profile.DEFAULT);
            List<Scenario> scenarios = selection.from(Suite.scenarios());
            Progress progress = Progress.of(io, scenarios, UnaryOperator.identity());
            SuiteRun run = SuiteRun.of(progress, settings, selection.name(), scenarios);
            io.out().print(TextReport.render(run.report(), io.color()));
            io.out().flush();
            return run.exitCode();
        }
    }

    /** Made up for this run: it opens nothing but the two receivers. */
    private static String newSecret() {
        return "whsec_demo_" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    private static Secrets secrets(ReceiverSettings receiver) {
        return new Secrets(
                Secret.of(receiver.secret()),
                receiver.previousSecret().map(Secret::of),
                receiver.retiredSecrets().stream().map(Secret::of).toList());
    }

    private void title(String text) {
        io.out().println();
        io.out().println(text);
        io.out().println("-".repeat(text.length()));
        io.out().println();
        io.out().flush();
    }
}
