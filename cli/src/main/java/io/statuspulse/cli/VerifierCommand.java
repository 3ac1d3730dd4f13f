package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.couldNotRun;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verifier.Limits;
import io.statuspulse.conformance.verifier.Vectors;
import io.statuspulse.conformance.verifier.VerifierRun;
import io.statuspulse.conformance.waiver.Overlay;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the vectors to a verifier in any language. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse verifier --command COMMAND [OPTION...]",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every selected MUST passed",
            "1:something failed (--strict: a SHOULD too), or a known failure passed",
            "2:wrong usage or configuration, or there is no such command",
            "3:it answered nothing, a MUST was inconclusive, or nothing was selected",
            "130:interrupted (143: by SIGTERM); what it reports is partial"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse verifier --command 'node verify.js'",
            "  statuspulse verifier --command 'python3 verify.py' --select TruncatedMac",
            "  statuspulse verifier --command ./verify --report junit=out.xml",
            "  statuspulse verifier --select 'signature/*' --print-requests | ./verify",
            "",
            "The command reads one JSON request a line and answers each with one line:",
            "docs/verifier.md has it whole for seven languages.",
            "--select, --exclude, --known-failures and --report may be repeated."
        })
final class VerifierCommand extends KitCommand {
    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            order = 0,
            description = "Runs the verifier; quotes keep words together.")
    private Optional<String> command = Optional.empty();

    @Option(names = "--timeout", paramLabel = "TIME", order = 10, description = "From answer to answer. Default: 10s.")
    private Duration timeout = Limits.USUAL.answer();

    @Option(
            names = "--ready-timeout",
            paramLabel = "TIME",
            order = 11,
            description = "From its start to the first answer. Default: 30s.")
    private Duration readyTimeout = Limits.USUAL.start();

    @Option(
            names = "--select",
            paramLabel = "PATTERN",
            order = 20,
            description = "Only these: id, glob, family, area, level, flag.")
    private List<String> select = List.of();

    @Option(names = "--exclude", paramLabel = "PATTERN", order = 21, description = "Not these, in the same form.")
    private List<String> exclude = List.of();

    @Option(names = "--vectors", paramLabel = "FILE", order = 22, description = "Other vectors, in the same format.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--strict", order = 23, description = "Let a failed SHOULD fail the run.")
    private boolean strict;

    @Mixin
    private final KnownFailureOptions knownFailures = new KnownFailureOptions();

    @Option(
            names = "--print-requests",
            order = 30,
            description = "Print what would be asked, a line each, and run nothing.")
    private boolean printRequests;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            order = 31,
            description = "html, json, junit, markdown, sarif, har or badge.")
    private List<String> reports = List.of();

    @Mixin
    private final GithubOptions github = new GithubOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    VerifierCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        Telling telling = output.telling(io, isVerbose(), knownFailures.print());
        Limits limits = checked(() -> new Limits(readyTimeout, timeout));
        Vectors all = vectors();
        Vectors selected = checked(() -> all.select(select, exclude));
        if (selected.scenarios().isEmpty()) {
            throw couldNotRun("nothing is selected: no vector fits --select and --exclude together");
        }
        if (printRequests) {
            selected.requests().forEach(io.out()::println);
            io.out().flush();
            return ExitCode.OK.number();
        }
        VerifierRun run = checked(() -> VerifierRun.of(command(), limits)).strict(strict);
        Overlay known = knownFailures.over(all.scenarios(), Clock.systemUTC().instant());
        Publication publication =
                new Publication(io, telling, ReportFile.check(reports, github.source()), github.in(io.env()));
        return judge(run, selected, known, publication).number();
    }

    private String command() {
        return command.orElseThrow(
                () -> usage("--command: is missing; expected what runs the verifier, e.g. --command 'node verify.js'"));
    }

    private Vectors vectors() {
        return file.map(path -> checked(() -> Vectors.read(Input.vectors(path), path.toString())))
                .orElseGet(Vectors::bundled);
    }

    private String selectionName(Vectors selected) {
        boolean whole = select.isEmpty() && exclude.isEmpty();
        return whole ? "vectors " + selected.version() : "selection";
    }

    private ExitCode judge(VerifierRun run, Vectors selected, Overlay known, Publication publication) {
        List<Scenario> scenarios = selected.scenarios();
        try (Interruption interruption = Interruption.watch()) {
            VerifierRun.Judged judged;
            try (Progress progress = publication.telling().progress(scenarios, known)) {
                judged = checked(() -> run.judge(selected, selectionName(selected), progress));
            }
            interruption.over();
            Report report = known.apply(judged.report());
            Recorded recorded = new Recorded(report);
            if (judged.unusable().isPresent()) {
                publication.unjudged(recorded);
                if (!judged.errors().isEmpty()) {
                    io.err().println("The verifier printed on standard error:\n" + judged.errors());
                }
                throw couldNotRun(judged.unusable().get());
            }
            publication.judged(recorded);
            return ExitCode.of(report.conclusion());
        }
    }
}
