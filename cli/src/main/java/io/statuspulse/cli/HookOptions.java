package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.run.EffectProbe;
import io.statuspulse.conformance.run.HookCommand;
import io.statuspulse.conformance.run.HttpEffectProbe;
import io.statuspulse.conformance.run.HttpStateProbe;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.WireMockEffectProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** What the kit may ask of a receiver, or make it do, beside its answers. */
final class HookOptions {
    private static final String WIREMOCK = "wiremock:";

    @Option(
            names = "--effects",
            paramLabel = "URL",
            order = 30,
            description = "How often {event_id} was processed; or wiremock:URL")
    private Optional<String> effects = Optional.empty();

    @Option(
            names = "--effects-within",
            paramLabel = "TIME",
            order = 30,
            description = "From acceptance to effect. Default: 10s.")
    private Optional<Duration> within = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "URL",
            order = 33,
            description = "Tells a check's status; {check_id} is filled in.")
    private Optional<String> state = Optional.empty();

    @Option(
            names = "--rotate",
            paramLabel = "COMMAND",
            order = 34,
            description = "Has it rotate to {current}, after {previous}.")
    private Optional<String> rotate = Optional.empty();

    @Option(
            names = "--fail",
            paramLabel = "COMMAND",
            order = 35,
            description = "Has it fail once on the event {event_id}.")
    private Optional<String> fail = Optional.empty();

    /**
     * Adds what is asked for.
     *
     * @param timeout for each answer, and for each command
     * @param port what {@code {port}} in any of them stands for: that of the receiver's URL
     */
    void addTo(RunSettings.Builder settings, Duration timeout, int port) {
        UnaryOperator<String> filled = text -> text.replace("{port}", Integer.toString(port));
        effects.map(filled).ifPresent(from -> settings.effects(checked(() -> probe(from, timeout))));
        if (within.isPresent() && effects.isEmpty() && state.isEmpty()) {
            throw usage("--effects-within: is of use with --effects or --state only");
        }
        within.ifPresent(settings::effectsWithin);
        state.map(filled).ifPresent(template -> settings.states(checked(() -> new HttpStateProbe(template, timeout))));
        rotate.map(filled)
                .ifPresent(command -> settings.rotation(checked(() -> HookCommand.rotation(command, timeout))));
        fail.map(filled).ifPresent(command -> settings.failures(checked(() -> HookCommand.failures(command, timeout))));
    }

    private static EffectProbe probe(String from, Duration timeout) {
        return from.startsWith(WIREMOCK)
                ? new WireMockEffectProbe(from.substring(WIREMOCK.length()), timeout)
                : new HttpEffectProbe(from, timeout);
    }
}
