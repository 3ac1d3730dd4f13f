package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.html.HtmlMatrix;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.Shards;
import io.statuspulse.conformance.recorded.SideBySide;
import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.conformance.report.SideBySideText;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins shards, shows runs side by side, and writes reports in other formats. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse report REPORT.json... [OPTION...]",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done (with --merge: every MUST of the whole run passed)",
            "1:with --merge, something failed in the whole run",
            "2:wrong usage, a file that is no report.json, or shards that do not fit",
            "3:with --merge, the whole run is incomplete, or a file could not be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse report node.json go.json --html side-by-side.html",
            "  statuspulse report 1.json 2.json --merge all.json --report junit=all.xml",
            "  statuspulse report old.json --report html=old.html",
            "",
            "Reports are those of test --report json=FILE. Without an option, prints which",
            "scenarios went wrong in any of them, side by side."
        })
final class ReportCommand extends KitCommand {
    private static final int MOST = 20;

    @Parameters(
            index = "0..*",
            arity = "1..*",
            paramLabel = "REPORT.json",
            description = "Reports, at most 20 side by side.")
    private List<Path> files = List.of();

    @Option(names = "--merge", paramLabel = "FILE", order = 10, description = "Join the shards of one run.")
    private Optional<String> merge = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", order = 11, description = "Write a page: reports side by side.")
    private Optional<String> html = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            order = 12,
            description = "Write the report, or the merged one, as test does. May be repeated.")
    private List<String> formats = List.of();

    ReportCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        requireOneTask();
        Optional<OutputFile> merged = merge.map(name -> OutputFile.check("--merge", name));
        Optional<OutputFile> page = html.map(name -> OutputFile.check("--html", name));
        List<ReportFile> written = ReportFile.check(formats);
        requireDistinct(merged, page, written);
        List<Shards.Named> reports = files.stream()
                .map(file -> new Shards.Named(file.toString(), ReportInput.read("REPORT.json", file)))
                .toList();
        if (merged.isPresent()) {
            return merge(reports, merged.get(), written).number();
        }
        if (!written.isEmpty()) {
            written.forEach(file -> file.write(reports.get(0).report()));
        } else {
            SideBySide runs = SideBySide.of(reports);
            page.ifPresentOrElse(
                    file -> file.write(out -> HtmlMatrix.write(runs, out)),
                    () -> io.out().print(SideBySideText.render(runs, io.color())));
        }
        return ExitCode.OK.number();
    }

    private void requireOneTask() {
        if (html.isPresent() && merge.isPresent()) {
            throw usage("--html: shows runs side by side; the page of a merged one is --report html=FILE");
        }
        if (html.isPresent() && !formats.isEmpty()) {
            throw usage("--report: writes one report, and --html shows runs side by side; expected one of the two");
        }
        if (!formats.isEmpty() && merge.isEmpty() && files.size() > 1) {
            throw usage("--report: writes one report, not " + files.size()
                    + "; expected one, or --merge FILE to join the shards of one run");
        }
        if (merge.isEmpty() && files.size() > MOST) {
            throw usage(
                    "REPORT.json: " + files.size() + " reports are too many side by side, expected at most " + MOST);
        }
    }

    private static void requireDistinct(
            Optional<OutputFile> merged, Optional<OutputFile> page, List<ReportFile> written) {
        Set<Path> seen = new HashSet<>();
        merged.or(() -> page).map(OutputFile::file).ifPresent(seen::add);
        for (ReportFile report : written) {
            if (report.file().replaced() && !seen.add(report.file().file())) {
                throw usage("--report: '" + report.file().file() + "' is named twice");
            }
        }
    }

    private ExitCode merge(List<Shards.Named> shards, OutputFile file, List<ReportFile> written) {
        RecordedReport whole;
        try {
            whole = Shards.merge(shards);
        } catch (IllegalArgumentException e) {
            throw usage("--merge: " + e.getMessage(), e);
        }
        file.write(out -> ReportFormat.JSON.write(whole, out));
        written.forEach(report -> report.write(whole));
        io.out().print(SideBySideText.renderOne(whole, io.color()));
        return ExitCode.of(whole.conclusion());
    }
}
