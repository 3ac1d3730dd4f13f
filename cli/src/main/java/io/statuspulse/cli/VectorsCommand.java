package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.schemas.Schemas;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the vectors for library authors. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse vectors [--kind KIND]",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse vectors > signature-vectors.json",
            "  statuspulse vectors --kind payload > payload-vectors.json",
            "",
            "docs/library-authors.md says how to use them in your own tests."
        })
final class VectorsCommand extends KitCommand {
    @Option(
            names = "--kind",
            paramLabel = "KIND",
            order = 0,
            description =
                    "signature (default): requests, and whether their signatures hold. payload: bodies, and what the"
                            + " schemas say of them.")
    private String kind = "signature";

    VectorsCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        String file = switch (kind) {
            case "signature" -> "signature-vectors.json";
            case "payload" -> "payload-vectors.json";
            default -> throw usage("--kind: there is no '" + kind + "', expected signature or payload");
        };
        io.out().print(new String(Schemas.resource(file), StandardCharsets.UTF_8));
        return ExitCode.OK.number();
    }
}
