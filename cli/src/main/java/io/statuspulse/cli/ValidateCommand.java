package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Printable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Validates one document against a schema of the contract. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse validate [--body FILE] [--schema NAME]",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:valid", "1:not valid", "2:wrong usage, or the file cannot be read"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse validate --body event.json",
            "  statuspulse validate --body event.json --schema event-emitted",
            "",
            "event-received is what a receiver should take: open to unknown fields, types",
            "and statuses. event-emitted is exactly what StatusPulse sends."
        })
final class ValidateCommand extends KitCommand {
    @Option(
            names = "--body",
            paramLabel = "FILE",
            order = 0,
            description = "The document; YAML by its name (.yaml, .yml). Default: standard input.")
    private Optional<Path> body = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            order = 1,
            description =
                    "event-received (default), event-emitted, report, catalogue, known-failures, signature-vectors or"
                            + " payload-vectors.")
    private String schema = SchemaName.EVENT_RECEIVED.id();

    ValidateCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        SchemaName name = SchemaName.of(schema)
                .orElseThrow(() -> usage("--schema: there is no '" + schema + "', expected one of "
                        + Arrays.stream(SchemaName.values()).map(SchemaName::id).collect(Collectors.joining(", "))));
        Bytes document = Input.body(body, io.in());
        List<Problem> problems =
                isYaml() ? Schemas.validateYaml(name, document.toArray()) : Schemas.validate(name, document.toArray());
        if (problems.isEmpty()) {
            io.out().println("valid: " + name.id());
            return ExitCode.OK.number();
        }
        problems.forEach(problem -> io.out().println(ErrorLine.harmless(Printable.decoded(line(problem)))));
        return ExitCode.FAILED.number();
    }

    private static String line(Problem problem) {
        String where = problem.pointer().isEmpty() ? "(whole document)" : problem.pointer();
        return where + ": " + problem.rule() + ": " + problem.words();
    }

    private boolean isYaml() {
        String file = body.map(Path::toString).orElse("").toLowerCase(Locale.ROOT);
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }
}
