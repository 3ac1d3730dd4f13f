package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.recorded.RecordedReport;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** An earlier run with which this one is compared. */
final class BaselineOptions {
    @Option(
            names = "--baseline",
            paramLabel = "REPORT.json",
            order = 28,
            description = "Compare with that run, as diff does.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--only-regressions",
            order = 29,
            description = "Exit with 1 only for what failed newly since then.")
    private boolean onlyRegressions;

    /** Reads it. */
    Optional<Baseline> read() {
        if (file.isEmpty() && onlyRegressions) {
            throw usage("--only-regressions: is of use with --baseline only");
        }
        return file.map(path -> {
            RecordedReport before = ReportInput.read("--baseline", path);
            return new Baseline(before, onlyRegressions);
        });
    }
}
