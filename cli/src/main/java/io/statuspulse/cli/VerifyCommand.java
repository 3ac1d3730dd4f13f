package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies one body and its headers, as a receiver must. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "statuspulse verify --signature HEX --timestamp SECONDS [--body FILE]",
            "                          [--secret-file FILE] [OPTION...]"
        },
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it holds", "1:it does not", "2:wrong usage, or the body cannot be read"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse verify --body event.json --secret-file secret.txt \\",
            "    --timestamp 1767225600 --signature 5257a869..."
        })
final class VerifyCommand extends KitCommand {
    @Option(
            names = "--signature",
            paramLabel = "HEX",
            required = true,
            order = 0,
            description = "The value of X-StatusPulse-Signature.")
    private String signature = "";

    @Option(
            names = "--timestamp",
            paramLabel = "SECONDS",
            required = true,
            order = 0,
            description = "The value of X-StatusPulse-Timestamp.")
    private String timestamp = "";

    @Option(
            names = "--body",
            paramLabel = "FILE",
            order = 0,
            description = "The body, byte for byte. Default: standard input.")
    private Optional<Path> body = Optional.empty();

    @Mixin
    private final SecretOptions secret = new SecretOptions();

    @Mixin
    private final OtherSecretOptions others = new OtherSecretOptions();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            order = 10,
            description = "Verify as if it were then, e.g. 2026-01-31T12:00:00Z. Default: now.")
    private Optional<Instant> at = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "TIME",
            order = 11,
            description = "How far the timestamp may be off. Default: 300s.")
    private Duration tolerance = Duration.ofSeconds(300);

    VerifyCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        if (tolerance.isNegative()) {
            throw usage("--tolerance is " + tolerance + ", expected 0s or more");
        }
        Secrets secrets = others.with(secret.read(io.env()));
        Bytes bytes = Input.body(body, io.in());
        SignatureCheck check = new SignatureCheck(secrets, timestamp, signature, bytes);
        Instant now = at.orElseGet(Clock.systemUTC()::instant);
        List<String> wrong = check.problems(now, tolerance);
        if (wrong.isEmpty()) {
            io.out().println("ok: the signature holds and the timestamp is within the tolerance");
            return ExitCode.OK.number();
        }
        wrong.forEach(io.out()::println);
        return ExitCode.FAILED.number();
    }
}
