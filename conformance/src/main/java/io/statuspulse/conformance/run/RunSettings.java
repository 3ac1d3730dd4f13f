package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.SuiteVersion;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.Pace;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.TlsSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a run is made.
 *
 * @param target the receiver's endpoint
 * @param access how the run gets at it; over sockets by default
 * @param secrets the endpoint's secrets
 * @param scheme how deliveries are signed; StatusPulse's by default
 * @param tolerance how far a timestamp may be from the receiver's clock; 300 s by default, at least 10 s
 * @param deadlines how long the phases of an exchange may take; 10 s each by default
 * @param tls whose certificates are trusted; the JDK's roots by default
 * @param effects how effects are read; empty where they are not observed
 * @param effectsWithin how long an effect may take to show where nothing else shows meanwhile, e.g. the interval of a job
 *     that works off what was accepted; 10 s by default, up to 600 s
 * @param hooks what else the receiver can be made to do or asked; none by default
 * @param headers lines added to every delivery; none by default
 * @param rejections statuses that count as a rejection; 400, 401 and 403 by default
 * @param seed decides all that is random; 0 by default
 * @param clock dates attempts; the system's by default
 * @param pace how long pauses really take; as long as they say by default
 * @param jobs how many scenarios run at a time; 8 by default, 1 to 64
 * @param strict whether a failed SHOULD fails the run; no by default
 * @param scoredAs the version of the suite that the run is scored as: scenarios that are newer are run and reported, and
 *     neither fail the run nor leave it open; empty, the default, where all are scored
 */
public record RunSettings(
        Target target,
        ReceiverAccess access,
        Secrets secrets,
        SignatureScheme scheme,
        Duration tolerance,
        Deadlines deadlines,
        TlsSettings tls,
        Optional<EffectProbe> effects,
        Duration effectsWithin,
        Hooks hooks,
        List<HeaderLine> headers,
        Set<Integer> rejections,
        long seed,
        Clock clock,
        Pace pace,
        int jobs,
        boolean strict,
        Optional<SuiteVersion> scoredAs) {

    /** The smallest tolerance at which the edges can be told apart from a slow network: 10 s. */
    public static final Duration SMALLEST_TOLERANCE = Duration.ofSeconds(10);

    private static final Duration LONGEST_EFFECTS_WITHIN = Duration.ofMinutes(10);

    public RunSettings {
        headers = List.copyOf(headers);
        rejections = Set.copyOf(rejections);
        if (tolerance.compareTo(SMALLEST_TOLERANCE) < 0 || tolerance.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "tolerance: " + tolerance.toSeconds() + " s is out of range [10 s, 86400 s]");
        }
        if (effectsWithin.isNegative()
                || effectsWithin.isZero()
                || effectsWithin.compareTo(LONGEST_EFFECTS_WITHIN) > 0) {
            throw new IllegalArgumentException(
                    "effects within: " + effectsWithin.toSeconds() + " s is out of range (0 s, 600 s]");
        }
        if (jobs < 1 || jobs > 64) {
            throw new IllegalArgumentException("jobs: " + jobs + " is out of range [1, 64]");
        }
    }

    /** Settings with every default. */
    public static Builder of(Target target, Secrets secrets) {
        return new Builder(target, secrets);
    }

    /** Returns in words by what is judged, beside the scenarios: what runs must agree in to be told as one. */
    public String rules() {
        return "tolerance " + tolerance.toSeconds() + " s; rejected by " + rejectionWords(Set.of())
                + (strict ? "; strict" : "")
                + (effects.isPresent() ? "; effects observed" : "")
                + scoredAs.map(version -> "; scored as suite " + version).orElse("");
    }

    /** The statuses that count as a rejection, as words. */
    String rejectionWords(Set<Integer> also) {
        Set<Integer> all = new TreeSet<>(rejections);
        all.addAll(also);
        return all.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Collects settings; every setter has the default that the record's description names. */
    public static final class Builder {
        private final Target target;
        private final Secrets secrets;
        private ReceiverAccess access = ReceiverAccess.OVER_SOCKETS;
        private SignatureScheme scheme = SignatureScheme.STATUSPULSE;
        private Duration tolerance = Duration.ofSeconds(300);
        private Deadlines deadlines = Deadlines.DEFAULT;
        private TlsSettings tls = TlsSettings.DEFAULT;
        private Optional<EffectProbe> effects = Optional.empty();
        private Duration effectsWithin = Duration.ofSeconds(10);
        private Hooks hooks = Hooks.NONE;
        private List<HeaderLine> headers = List.of();
        private Set<Integer> rejections = Set.of(400, 401, 403);
        private long seed;
        private Clock clock = Clock.systemUTC();
        private Pace pace = Pace.REAL;
        private int jobs = 8;
        private boolean strict;
        private Optional<SuiteVersion> scoredAs = Optional.empty();

        private Builder(Target target, Secrets secrets) {
            this.target = target;
            this.secrets = secrets;
        }

        public Builder access(ReceiverAccess value) {
            access = value;
            return this;
        }

        public Builder scheme(SignatureScheme value) {
            scheme = value;
            return this;
        }

        public Builder tolerance(Duration value) {
            tolerance = value;
            return this;
        }

        public Builder deadlines(Deadlines value) {
            deadlines = value;
            return this;
        }

        public Builder tls(TlsSettings value) {
            tls = value;
            return this;
        }

        public Builder effects(EffectProbe value) {
            effects = Optional.of(value);
            return this;
        }

        public Builder effectsWithin(Duration value) {
            effectsWithin = value;
            return this;
        }

        public Builder rotation(Hooks.RotationHook value) {
            hooks = hooks.withRotation(value);
            return this;
        }

        public Builder failures(Hooks.FailureHook value) {
            hooks = hooks.withFailures(value);
            return this;
        }

        public Builder states(Hooks.StateProbe value) {
            hooks = hooks.withStates(value);
            return this;
        }

        public Builder headers(List<HeaderLine> value) {
            headers = value;
            return this;
        }

        public Builder rejections(Set<Integer> value) {
            rejections = value;
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        public Builder pace(Pace value) {
            pace = value;
            return this;
        }

        public Builder jobs(int value) {
            jobs = value;
            return this;
        }

        public Builder strict(boolean value) {
            strict = value;
            return this;
        }

        public Builder scoredAs(SuiteVersion value) {
            scoredAs = Optional.of(value);
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws IllegalArgumentException if one is out of range; the message names it, the value and the bounds
         */
        public RunSettings build() {
            return new RunSettings(
                    target,
                    access,
                    secrets,
                    scheme,
                    tolerance,
                    deadlines,
                    tls,
                    effects,
                    effectsWithin,
                    hooks,
                    headers,
                    rejections,
                    seed,
                    clock,
                    pace,
                    jobs,
                    strict,
                    scoredAs);
        }
    }
}
