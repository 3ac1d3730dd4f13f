package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.start.ProcessStarter;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the receiver is started, where it does not run already. */
final class StartOptions {
    @Option(
            names = "--start",
            paramLabel = "COMMAND",
            order = 36,
            description = "Starts and ends the receiver; {port} is filled in.")
    private Optional<String> command = Optional.empty();

    @Option(names = "--ready-timeout", paramLabel = "TIME", order = 37, description = "For its start. Default: 30s.")
    private Optional<Duration> timeout = Optional.empty();

    /**
     * What is tested, and how it is started.
     *
     * @param target its endpoint, with the port filled in
     * @param starter empty where it runs already
     */
    record Plan(Target target, Optional<ProcessStarter> starter) {

        /** Watches over it from now on. */
        UnderTest begin(Io io, Secrets secrets) {
            return new UnderTest(io, starter.map(starting -> starting.hiding(secrets)));
        }
    }

    boolean isGiven() {
        return command.isPresent();
    }

    /** Chooses the port where one is to be chosen; nothing is started yet. */
    Plan at(EndpointOptions endpoint) {
        if (command.isEmpty()) {
            timeout.ifPresent(unused -> {
                throw usage("--ready-timeout: is of use with --start only");
            });
            return new Plan(endpoint.target(), Optional.empty());
        }
        ProcessStarter starter = checked(() -> ProcessStarter.of(command.get(), endpoint.url())
                .readyWithin(timeout.orElse(ProcessStarter.READY_TIMEOUT))
                .atFreePort());
        return new Plan(new Target(starter.url().orElseThrow()), Optional.of(starter));
    }
}
