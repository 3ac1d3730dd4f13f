package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.couldNotRun;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.recorded.Comparison;
import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.conformance.waiver.Overlay;
import io.statuspulse.simulator.wire.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the suite against a receiver: the main job. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse test URL [--secret-file FILE | --secret SECRET] [OPTION...]",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every selected MUST passed",
            "1:something failed (--strict: a SHOULD too), or a known failure passed",
            "2:wrong usage or configuration; nothing was sent",
            "3:nobody is there, a MUST was inconclusive, or nothing was selected",
            "130:interrupted (143: by SIGTERM); what it reports is partial"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse test http://127.0.0.1:8080/hook --select 'signature/*' --quiet",
            "  statuspulse test http://127.0.0.1:0/hook --start 'node server.js {port}'",
            "",
            "--select, --exclude, --scenarios, --known-failures, --report, --header and",
            "--retired-secret may be repeated; --verbose prints all that is sent, too."
        })
final class TestCommand extends KitCommand {
    private static final int FIRST_REJECTION = 400;
    private static final int LAST_REJECTION = 499;

    @Mixin
    private final EndpointOptions endpoint = new EndpointOptions();

    @Mixin
    private final SecretOptions secret = new SecretOptions();

    @Mixin
    private final OtherSecretOptions others = new OtherSecretOptions();

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--tolerance",
            paramLabel = "TIME",
            order = 10,
            description = "The receiver's, of timestamps. Default: 300s.")
    private Duration tolerance = Duration.ofSeconds(300);

    @Option(names = "--strict", order = 23, description = "Let a failed SHOULD fail the run.")
    private boolean strict;

    @Mixin
    private final ShardOption shard = new ShardOption();

    @Mixin
    private final BaselineOptions baselines = new BaselineOptions();

    @Mixin
    private final ScenarioOptions own = new ScenarioOptions();

    @Mixin
    private final SuiteOption suite = new SuiteOption();

    @Mixin
    private final KnownFailureOptions knownFailures = new KnownFailureOptions();

    @Mixin
    private final HookOptions hooks = new HookOptions();

    @Mixin
    private final StartOptions starting = new StartOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            order = 31,
            description = "html, json, junit, markdown, sarif, har or badge.")
    private List<String> reports = List.of();

    @Option(
            names = "--har",
            paramLabel = "FILE",
            order = 31,
            description = "As --report=har=FILE, for what shows exchanges.")
    private Optional<Path> archive = Optional.empty();

    @Mixin
    private final GithubOptions github = new GithubOptions();

    @Option(
            names = "--reject-status",
            paramLabel = "N,N...",
            hideParamSyntax = true,
            split = ",",
            order = 32,
            description = "Statuses that reject. Default: 400,401,403.")
    private List<Integer> rejections = List.of(400, 401, 403);

    @Option(names = "--jobs", paramLabel = "N", order = 40, description = "Scenarios at a time, 1 to 64. Default: 8.")
    private Integer jobs = 8;

    @Option(
            names = "--seed",
            paramLabel = "N",
            order = 41,
            description = "Decides all that is random. Default: a new one.")
    private Optional<Long> seed = Optional.empty();

    TestCommand(Io io) {
        super(io);
    }

    private static List<String> named(List<String> reports, Optional<Path> archive) {
        return Stream.concat(reports.stream(), archive.stream().map(file -> ReportFormat.HAR.label() + "=" + file))
                .toList();
    }

    @Override
    public Integer call() {
        Telling telling = output.telling(io, isVerbose(), knownFailures.print());
        StartOptions.Plan plan = starting.at(endpoint);
        RunSettings settings = settings(plan.target());
        Selection selected = selection.selection();
        List<Scenario> catalogue = own.catalogue(tolerance).scenarios();
        List<Scenario> all = SelectionOptions.scenarios(selected, catalogue);
        List<Scenario> scenarios = shard.of(all);
        Overlay known = knownFailures.over(catalogue, settings.clock().instant());
        Optional<Baseline> baseline = baselines.read();
        Publication publication = new Publication(
                io, telling, ReportFile.check(named(reports, archive), github.source()), github.in(io.env()));
        endpoint.check(settings.target());
        try (UnderTest receiver = plan.begin(io, settings.secrets())) {
            SuiteRun run = receiver.run(() -> telling.progress(scenarios, known), settings, selected.name(), scenarios)
                    .of(shard.shard(all, settings), again())
                    .with(known);
            Recorded recorded = new Recorded(run.report());
            if (run.nobodyThere().isPresent()) {
                publication.unjudged(recorded);
                receiver.tell(io.err(), run.report(), false);
                throw couldNotRun(run.nobodyThere().get());
            }
            publication.judged(recorded);
            telling.receiver(receiver, run.report(), run.exitCode() == ExitCode.OK);
            return baseline.map(before -> compare(before, recorded, run.exitCode(), telling))
                    .orElse(run.exitCode())
                    .number();
        }
    }

    private static ExitCode compare(Baseline baseline, Recorded run, ExitCode usual, Telling telling) {
        Comparison comparison = baseline.with(run.recording());
        telling.comparison(comparison);
        return baseline.exitCode(comparison, usual);
    }

    /** What scenarios are run again with: the URL as it was given, where the port is chosen anew each time. */
    private RunAgain again() {
        return new RunAgain(
                starting.isGiven() ? endpoint.url() : endpoint.target().toString(), starting.isGiven(), own.names());
    }

    private RunSettings settings(Target target) {
        RunSettings.Builder settings = RunSettings.of(target, others.with(secret.read(io.env())))
                .tolerance(tolerance)
                .deadlines(endpoint.deadlines())
                .tls(endpoint.tls())
                .headers(endpoint.headerLines())
                .rejections(rejections())
                .seed(seed.orElseGet(() -> shard.split().isPresent() ? ShardOption.SEED : newSeed()))
                .jobs(jobs)
                .strict(strict);
        suite.addTo(settings);
        hooks.addTo(settings, endpoint.deadlines().answer(), target.port());
        return checked(settings::build);
    }

    private Set<Integer> rejections() {
        for (int status : rejections) {
            if (status < FIRST_REJECTION || status > LAST_REJECTION) {
                throw usage("--reject-status: " + status + " is out of range [400, 499]: only such a status rejects");
            }
        }
        return new TreeSet<>(rejections);
    }

    /** Short enough to be typed again. */
    static long newSeed() {
        return ThreadLocalRandom.current().nextLong(1L << 32);
    }
}
