package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.couldNotRun;

import io.statuspulse.conformance.diagnosis.Diagnosis;
import io.statuspulse.conformance.report.DiagnosisText;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Target;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds out what a receiver accepts, if not what is signed correctly. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "statuspulse diagnose URL [--secret-file FILE | --secret SECRET]",
            "                           [OPTION...]"
        },
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:correctly signed deliveries are accepted, and no fault was found",
            "1:a fault was found, or they are refused",
            "2:wrong usage or configuration; nothing was sent",
            "3:nobody is there"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse diagnose http://127.0.0.1:8080/hook --secret-file secret.txt",
            "",
            "At most some 300 deliveries are sent, each built as another scheme has it.",
            "What is claimed was accepted twice, and refused when made with a wrong key."
        })
final class DiagnoseCommand extends KitCommand {
    @Mixin
    private final EndpointOptions endpoint = new EndpointOptions();

    @Mixin
    private final SecretOptions secret = new SecretOptions();

    @Mixin
    private final OtherSecretOptions others = new OtherSecretOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            order = 41,
            description = "Decides all that is random. Default: a new one.")
    private Optional<Long> seed = Optional.empty();

    DiagnoseCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        Target target = endpoint.target();
        RunSettings settings = RunSettings.of(target, others.with(secret.read(io.env())))
                .deadlines(endpoint.deadlines())
                .tls(endpoint.tls())
                .headers(endpoint.headerLines())
                .seed(seed.orElseGet(TestCommand::newSeed))
                .build();
        endpoint.check(target);
        try (Session session = checked(() -> Session.open(settings))) {
            session.unreachable().ifPresent(why -> {
                throw couldNotRun(why + "; is the receiver running, and is the URL right?");
            });
            return tell(session.diagnose()).number();
        }
    }

    private ExitCode tell(Diagnosis diagnosis) {
        io.out().print(DiagnosisText.render(diagnosis, io.color()));
        for (Exchange proof : diagnosis.proofs()) {
            io.out().println();
            io.out().println("What it accepted:");
            io.out().print(WireText.of(proof.delivery()));
            io.out().print(WireText.ofAnswer(proof));
        }
        return diagnosis.plain().accepted() && diagnosis.findings().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
