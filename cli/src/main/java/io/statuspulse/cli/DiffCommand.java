package io.statuspulse.cli;

import io.statuspulse.conformance.recorded.Comparison;
import io.statuspulse.conformance.report.ComparisonText;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two reports. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse diff OLD.json NEW.json [OPTION...]",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing changed (with --only-regressions: nothing got worse)",
            "1:something changed (with --only-regressions: got worse)",
            "2:wrong usage, or a file that is no report.json"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse diff yesterday.json today.json",
            "  statuspulse diff main.json branch.json --only-regressions",
            "",
            "Reports are those of test --report json=FILE. Worse is a new failure, or a MUST",
            "that proves nothing any more; scenarios that were not run before are told, and",
            "are neither."
        })
final class DiffCommand extends KitCommand {
    @Parameters(index = "0", paramLabel = "OLD.json", description = "The earlier report.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW.json", description = "The later report.")
    private Path after = Path.of("");

    @Option(names = "--only-regressions", order = 10, description = "Exit with 1 only where something got worse.")
    private boolean onlyRegressions;

    DiffCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        Comparison comparison =
                Comparison.of(ReportInput.read("OLD.json", before), ReportInput.read("NEW.json", after));
        io.out().print(ComparisonText.render(comparison, io.color()));
        boolean bad = onlyRegressions ? !comparison.regressions().isEmpty() : comparison.differs();
        return (bad ? ExitCode.FAILED : ExitCode.OK).number();
    }
}
