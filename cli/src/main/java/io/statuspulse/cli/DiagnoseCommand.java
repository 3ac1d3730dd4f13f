package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.couldNotRun;

import io.statuspulse.conformance.diagnosis.Diagnosis;
import io.statuspulse.conformance.report.DiagnosisText;
import io.statuspulse.conformance.report.WireText;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.simulator.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
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
            "3:nobody is there",
            "130:interrupted (143: by SIGTERM)"
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

    @Mixin
    private final StartOptions starting = new StartOptions();

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
        StartOptions.Plan plan = starting.at(endpoint);
        RunSettings settings = RunSettings.of(plan.target(), others.with(secret.read(io.env())))
                .deadlines(endpoint.deadlines())
                .tls(endpoint.tls())
                .headers(endpoint.headerLines())
                .seed(seed.orElseGet(TestCommand::newSeed))
                .build();
        endpoint.check(plan.target());
        try (UnderTest receiver = plan.begin(io, settings.secrets())) {
            return diagnose(settings, receiver).number();
        }
    }

    private ExitCode diagnose(RunSettings settings, UnderTest receiver) {
        Optional<String> notStarted = receiver.start();
        if (notStarted.isPresent()) {
            throw nobodyThere(receiver, notStarted.get());
        }
        try (Session session = checked(() -> Session.open(settings))) {
            Optional<String> silent = session.unreachable();
            if (silent.isPresent()) {
                throw nobodyThere(receiver, silent.get() + "; is the receiver running, and is the URL right?");
            }
            Diagnosis diagnosis = session.diagnose();
            return receiver.interruption().over() ? ExitCode.COULD_NOT_RUN : tell(diagnosis, receiver);
        } catch (IllegalStateException e) {
            if (receiver.interruption().over()) {
                return ExitCode.COULD_NOT_RUN; // Of what is not through, nothing is worth telling.
            }
            throw e;
        }
    }

    private CliException nobodyThere(UnderTest receiver, String why) {
        receiver.tell(io.err(), List.of(), false);
        return couldNotRun(why);
    }

    private ExitCode tell(Diagnosis diagnosis, UnderTest receiver) {
        io.out().print(DiagnosisText.render(diagnosis, io.color()));
        for (Exchange proof : diagnosis.proofs()) {
            io.out().println();
            io.out().println("What it accepted:");
            io.out().print(WireText.of(proof.delivery()));
            io.out().print(WireText.ofAnswer(proof));
        }
        boolean well = diagnosis.plain().accepted() && diagnosis.findings().isEmpty();
        List<Exchange> sent = new ArrayList<>(diagnosis.proofs());
        sent.add(diagnosis.plain());
        receiver.tell(io.out(), sent, well);
        return well ? ExitCode.OK : ExitCode.FAILED;
    }
}
