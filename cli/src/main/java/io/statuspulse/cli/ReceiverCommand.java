package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the built-in receiver and keeps it running. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "statuspulse receiver [--secret-file FILE | --secret SECRET] [OPTION...]",
            "       statuspulse receiver --list-defects"
        },
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"2:wrong usage, or the port is taken", "130, 143:ended by Ctrl-C or by SIGTERM"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse receiver --port 8080 --secret-file secret.txt",
            "  statuspulse receiver --secret-file secret.txt --defect no-drift-check"
        })
final class ReceiverCommand extends KitCommand {
    @Mixin
    private final SecretOptions secret = new SecretOptions();

    @Option(
            names = "--previous-secret",
            paramLabel = "SECRET",
            order = 3,
            description = "Accept this one too, as in a rotation's overlap.")
    private Optional<String> previous = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", order = 10, description = "Listen there. Default: 0, any free one.")
    private Integer port = 0;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            order = 11,
            description = "Listen on this address. Default: 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(
            names = "--tolerance",
            paramLabel = "TIME",
            order = 12,
            description = "How far a timestamp may be off. Default: 300s.")
    private Duration tolerance = ReceiverSettings.DEFAULT_TOLERANCE;

    @Option(names = "--defect", paramLabel = "NAME", order = 13, description = "Get this one thing wrong.")
    private Optional<String> defect = Optional.empty();

    @Option(names = "--list-defects", order = 14, description = "List the defects that there are.")
    private boolean listDefects;

    ReceiverCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        if (listDefects) {
            Defects.all().forEach(d -> io.out().println(d.name() + ": " + d.summary()));
            return ExitCode.OK.number();
        }
        ReceiverSettings settings = settings();
        try (BuiltInReceiver receiver = start(settings)) {
            io.out()
                    .println("Receiver ("
                            + settings.defect().map(d -> "defect " + d.name()).orElse("correct") + ") at "
                            + receiver.url());
            io.out().println("Effects at " + receiver.effectsTemplate());
            io.out().println("State of a check at " + receiver.stateTemplate());
            io.out().println("Rotates by PUT of {\"current\": …, \"previous\": …} to " + receiver.secretsUrl());
            io.out().println("Fails once by PUT to " + receiver.failuresTemplate());
            io.out().println("Ctrl-C ends it.");
            io.out().flush();
            untilInterrupted();
        }
        return ExitCode.OK.number();
    }

    private ReceiverSettings settings() {
        checkAddress();
        ReceiverSettings plain = checked(() -> ReceiverSettings.of(secret.text(io.env()))
                .withHost(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
                .withPort(port)
                .withTolerance(tolerance));
        ReceiverSettings rotating = previous.map(text -> SecretOptions.usable("--previous-secret", text))
                .map(plain::withPreviousSecret)
                .orElse(plain);
        return defect.map(ReceiverCommand::defect).map(rotating::withDefect).orElse(rotating);
    }

    private void checkAddress() {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw usage("--host: '" + host + "' is no known address", e);
        }
    }

    private static Defect defect(String name) {
        return Defects.named(name)
                .orElseThrow(() -> usage("--defect: there is no '" + name + "'; nearest: "
                        + String.join(
                                ", ", Nearest.to(name, Defects.all().stream().map(Defect::name)))
                        + " (--list-defects shows all)"));
    }

    private static BuiltInReceiver start(ReceiverSettings settings) {
        try {
            return BuiltInReceiver.start(settings);
        } catch (UncheckedIOException e) {
            throw usage(String.valueOf(e.getMessage()), e);
        }
    }

    /** Blocks; a signal ends the JVM from here, and with it the receiver. */
    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
