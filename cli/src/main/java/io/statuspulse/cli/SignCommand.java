package io.statuspulse.cli;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs one body. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse sign [--body FILE] [--secret-file FILE] [OPTION...]",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:signed", "2:wrong usage, or the body cannot be read"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse sign --body event.json --secret-file secret.txt",
            "  printf '{}' | statuspulse sign --at 2026-01-31T12:00:00Z",
            "",
            "The whole signature is printed, which no other command does: whoever reads it",
            "can send that body until the tolerance is over."
        })
final class SignCommand extends KitCommand {
    @Option(
            names = "--body",
            paramLabel = "FILE",
            order = 0,
            description = "The body, byte for byte. Default: standard input.")
    private Optional<Path> body = Optional.empty();

    @Mixin
    private final SecretOptions secret = new SecretOptions();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            order = 10,
            description = "Sign for this moment, e.g. 2026-01-31T12:00:00Z. Default: now.")
    private Optional<Instant> at = Optional.empty();

    SignCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        SignatureScheme scheme = SignatureScheme.STATUSPULSE;
        Secret key = secret.read(io.env());
        Bytes bytes = Input.body(body, io.in());
        String timestamp = scheme.timestamp(at.orElseGet(Clock.systemUTC()::instant));
        io.out().println(scheme.timestampHeader() + ": " + timestamp);
        io.out().println(scheme.signatureHeader() + ": " + scheme.sign(key, timestamp, bytes));
        return ExitCode.OK.number();
    }
}
