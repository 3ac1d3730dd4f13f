package io.statuspulse.junit;

import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.waiver.KnownFailures;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is chosen for a receiver besides its URL.
 *
 * @param current the secret in force; empty until it is set
 * @param previous the one before it
 * @param retired those that are over
 * @param headers lines added to every delivery
 * @param choices what differs from the defaults of a run, in the order in which it was chosen
 * @param knownFailures what fails for now
 * @param remote whether the host may be anywhere
 */
record Options(
        Optional<Secret> current,
        Optional<Secret> previous,
        List<Secret> retired,
        List<HeaderLine> headers,
        List<Consumer<RunSettings.Builder>> choices,
        KnownFailures knownFailures,
        boolean remote) {

    static final Options DEFAULT =
            new Options(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), KnownFailures.NONE, false);

    Options withSecret(Secret value) {
        return new Options(Optional.of(value), previous, retired, headers, choices, knownFailures, remote);
    }

    Options withPrevious(Secret value) {
        return new Options(current, Optional.of(value), retired, headers, choices, knownFailures, remote);
    }

    Options withRetired(Secret value) {
        return new Options(current, previous, joined(retired, value), headers, choices, knownFailures, remote);
    }

    Options withHeader(HeaderLine value) {
        return new Options(current, previous, retired, joined(headers, value), choices, knownFailures, remote);
    }

    Options withKnownFailures(KnownFailures more) {
        return new Options(current, previous, retired, headers, choices, knownFailures.and(more), remote);
    }

    Options anywhere() {
        return new Options(current, previous, retired, headers, choices, knownFailures, true);
    }

    /**
     * Adds a choice.
     *
     * @throws IllegalArgumentException if no run could be made with it
     */
    Options and(Consumer<RunSettings.Builder> choice) {
        RunSettings.Builder trial = RunSettings.of(Target.of("http://127.0.0.1"), Secrets.of(Secret.of("trial")));
        choice.accept(trial);
        trial.build(); // Out-of-range values are told where they are written, not when the first scenario runs.
        return new Options(current, previous, retired, headers, joined(choices, choice), knownFailures, remote);
    }

    Secrets secrets() {
        Secret secret = current.orElseThrow(() ->
                new IllegalArgumentException("secret: is missing; write ReceiverUnderTest.at(…).secret(\"whsec_…\")"));
        return new Secrets(secret, previous, retired);
    }

    RunSettings settings(Target target) {
        RunSettings.Builder builder = RunSettings.of(target, secrets()).headers(headers);
        choices.forEach(choice -> choice.accept(builder));
        return builder.build();
    }

    private static <T> List<T> joined(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "secret " + (current.isPresent() ? "set" : "not set") + ", previous secret "
                + (previous.isPresent() ? "set" : "not set") + ", " + retired.size() + " retired, " + headers.size()
                + " headers, " + choices.size() + " choices";
    }
}
