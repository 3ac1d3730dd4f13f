package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report that is to be written, to a path that was found to be writable before the run.
 *
 * @param format how
 * @param file where
 * @param source the receiver's source file, for formats that show where failures belong
 */
record ReportFile(ReportFormat format, OutputFile file, Optional<String> source) {
    private static final String OPTION = "--report";

    /** As {@link #check(List)}, of a receiver whose source file may be known. */
    static List<ReportFile> check(List<String> options, Optional<String> source) {
        return check(options).stream()
                .map(report -> new ReportFile(report.format, report.file, source))
                .toList();
    }

    /** Reads {@code FORMAT=FILE} for each, and checks that each file can be written without touching what is there. */
    static List<ReportFile> check(List<String> options) {
        List<ReportFile> files = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (String option : options) {
            ReportFile report = check(option);
            if (report.file.replaced() && !seen.add(report.file.file())) {
                throw usage("--report: '" + report.file.file() + "' is named twice");
            }
            files.add(report);
        }
        return files;
    }

    private static ReportFile check(String option) {
        int equals = option.indexOf('=');
        String label = equals < 0 ? option : option.substring(0, equals);
        String formats =
                Arrays.stream(ReportFormat.values()).map(ReportFormat::label).collect(Collectors.joining(", "));
        ReportFormat format = ReportFormat.named(label)
                .orElseThrow(() -> usage(
                        "--report: there is no format '" + label + "', expected FORMAT=FILE with one of " + formats));
        if (equals < 0 || equals == option.length() - 1) {
            throw usage("--report: '" + option + "' names no file, expected e.g. " + label + "=report." + label);
        }
        return new ReportFile(format, OutputFile.check(OPTION, option.substring(equals + 1)), Optional.empty());
    }

    void write(RecordedReport report) {
        file.write(out -> format.write(report, source, out));
    }
}
