package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.simulator.Simulator;
import io.statuspulse.simulator.SimulatorSettings;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.EditParser;
import io.statuspulse.simulator.wire.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends deliveries, valid ones or deliberately wrong ones. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "statuspulse send URL [--secret-file FILE | --secret SECRET] [OPTION...]",
            "       statuspulse send --list-edits"
        },
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every delivery was answered 2xx",
            "1:one was not",
            "2:wrong usage or configuration; nothing was sent",
            "3:nobody is there"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse send http://127.0.0.1:8080/hook --event latency_spike --show",
            "  statuspulse send http://127.0.0.1:8080/hook --edit timestamp-shift=-1h",
            "  statuspulse send http://127.0.0.1:8080/hook --count 1000 --rate 50",
            "",
            "The same --seed and --at give the same bytes."
        })
final class SendCommand extends KitCommand {
    @Mixin
    private final EndpointOptions endpoint = new EndpointOptions();

    @Mixin
    private final SecretOptions secret = new SecretOptions();

    @Mixin
    private final OtherSecretOptions others = new OtherSecretOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(names = "--count", paramLabel = "N", order = 13, description = "How many deliveries. Default: 1.")
    private Integer count = 1;

    @Option(
            names = "--rate",
            paramLabel = "N",
            order = 14,
            description = "At most so many a second. Default: no limit.")
    private Optional<Integer> rate = Optional.empty();

    @Option(names = "--show", order = 15, description = "Show requests as on the wire, and the answers.")
    private boolean show;

    @Option(names = "--dry-run", order = 16, description = "Send nothing.")
    private boolean dryRun;

    @Option(names = "--list-edits", order = 17, description = "List the edits that there are.")
    private boolean listEdits;

    @Option(
            names = "--seed",
            paramLabel = "N",
            order = 41,
            description = "Decides all that is random. Default: a new one.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            order = 42,
            description = "Date all so, e.g. 2026-01-31T12:00:00Z. Default: now.")
    private Optional<Instant> at = Optional.empty();

    SendCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        if (listEdits) {
            EditParser.usages().forEach(io.out()::println);
            return ExitCode.OK.number();
        }
        checkNumbers();
        Target target = endpoint.target();
        DeliveryPlan what = plan.plan(io.in());
        SimulatorSettings settings = settings(target);
        try (Simulator simulator = checked(() -> Simulator.of(settings))) {
            EventKey first = simulator.event(what);
            PlanOptions.compose(() -> simulator.compose(what, first));
            Sending sending = new Sending(io, simulator, what, first, show);
            if (dryRun) {
                sending.compose(count);
                return ExitCode.OK.number();
            }
            endpoint.check(target);
            return sending.send(count, rate, settings.seed()).number();
        }
    }

    private SimulatorSettings settings(Target target) {
        return SimulatorSettings.of(target, others.with(secret.read(io.env())))
                .withSeed(seed.orElseGet(TestCommand::newSeed))
                .withClock(at.map(i -> Clock.fixed(i, ZoneOffset.UTC)).orElse(Clock.systemUTC()))
                .withDeadlines(endpoint.deadlines())
                .withTls(endpoint.tls())
                .withHeaders(endpoint.headerLines());
    }

    private void checkNumbers() {
        if (count < 1) {
            throw usage("--count is " + count + ", expected 1 or more");
        }
        rate.filter(r -> r < 1).ifPresent(r -> {
            throw usage("--rate is " + r + ", expected 1 or more a second");
        });
    }
}
