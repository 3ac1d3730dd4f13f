package io.statuspulse.junit;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.conformance.run.EffectProbe;
import io.statuspulse.conformance.run.Hooks.FailureHook;
import io.statuspulse.conformance.run.Hooks.RotationHook;
import io.statuspulse.conformance.run.Hooks.StateProbe;
import io.statuspulse.conformance.run.HttpEffectProbe;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.start.ReceiverStarter;
import io.statuspulse.conformance.start.RunningReceiver;
import io.statuspulse.conformance.waiver.KnownFailures;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A receiver and how it is tested; a value, of which every method returns a changed copy.
 *
 * <p>{@code ReceiverUnderTest.at(url).secret("whsec_…")} is enough. Nothing is looked up or sent before the first
 * scenario runs. {@code toString} names no secret.
 */
public final class ReceiverUnderTest {
    private final ReceiverStarter starter;
    private final Options options;

    private ReceiverUnderTest(ReceiverStarter starter, Options options) {
        this.starter = starter;
        this.options = options;
    }

    /**
     * A receiver at that URL.
     *
     * @throws IllegalArgumentException if it is no http or https URL with a host; the message says what would be right
     */
    public static ReceiverUnderTest at(String url) {
        Target target = Target.of(url);
        return startedBy(() -> new Elsewhere(target.uri()));
    }

    /**
     * A receiver at that URL.
     *
     * @throws IllegalArgumentException if it is no http or https URL with a host; the message says what would be right
     */
    public static ReceiverUnderTest at(URI url) {
        Target target = new Target(url);
        return startedBy(() -> new Elsewhere(target.uri()));
    }

    /** A receiver whose URL is known late, e.g. its port; asked once, when the first scenario of the class runs. */
    public static ReceiverUnderTest at(Supplier<URI> url) {
        return startedBy(() -> new Elsewhere(url.get()));
    }

    /**
     * A receiver that is started for the class and stopped with it, e.g. a process or a container: started by the first
     * scenario that runs, after {@code @BeforeAll}. Where it does not start, or stops answering, the end of what it printed
     * is in the first failure of the class.
     */
    public static ReceiverUnderTest startedBy(ReceiverStarter starter) {
        return new ReceiverUnderTest(starter, Options.DEFAULT);
    }

    /** Code in this process, which is called by many threads at once, and not sent to. */
    public static ReceiverUnderTest inProcess(InProcessReceiver receiver) {
        return new ReceiverUnderTest(
                () -> new Elsewhere(receiver.target().uri()), Options.DEFAULT.and(b -> b.access(receiver)));
    }

    /**
     * Sets the secret in force, as the provider shows it, {@code whsec_} included (contract REQ-SIG-1).
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ReceiverUnderTest secret(String secret) {
        return with(options.withSecret(Secret.of(secret)));
    }

    /**
     * Sets the secret before it, which the receiver still accepts (contract REQ-ROT-1); without it the scenarios of an
     * overlap are not applicable.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ReceiverUnderTest previousSecret(String secret) {
        return with(options.withPrevious(Secret.of(secret)));
    }

    /**
     * Adds a secret that was in force once and must not be accepted any more (contract REQ-ROT-2).
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ReceiverUnderTest retiredSecret(String secret) {
        return with(options.withRetired(Secret.of(secret)));
    }

    /**
     * Sets how far a timestamp may be from the receiver's clock, either way: 300 s by default (contract REQ-TIME-2).
     *
     * @throws IllegalArgumentException if it is not between 10 s and a day; the message names the bounds
     */
    public ReceiverUnderTest tolerance(Duration tolerance) {
        return with(options.and(b -> b.tolerance(tolerance)));
    }

    /**
     * Sets how long connecting, writing and answering may take, each: 10 s by default (contract REQ-HTTP-3).
     *
     * @throws IllegalArgumentException if it is not longer than zero
     */
    public ReceiverUnderTest timeout(Duration timeout) {
        Deadlines deadlines = Deadlines.all(timeout);
        return with(options.and(b -> b.deadlines(deadlines)));
    }

    /**
     * Tells how often an event was processed, e.g. by counting rows:
     * {@code eventId -> (int) repository.countByEventId(eventId)}. Without it only answers are judged. Called from
     * several threads.
     */
    public ReceiverUnderTest effects(EffectProbe probe) {
        return with(options.and(b -> b.effects(probe)));
    }

    /**
     * Reads effects over HTTP.
     *
     * @param template a URL with <code>{event_id}</code> in it; answers a number or <code>{"count": n}</code>, or 404
     * @throws IllegalArgumentException if it is no such URL
     */
    public ReceiverUnderTest effects(String template) {
        return effects(new HttpEffectProbe(template, Deadlines.DEFAULT.answer()));
    }

    /**
     * Sets how long an effect may take to show where nothing else shows meanwhile, e.g. the interval of a job that works off
     * what was accepted: 10 s by default, up to 10 minutes.
     *
     * @throws IllegalArgumentException if it is not longer than zero, or longer than that
     */
    public ReceiverUnderTest effectsWithin(Duration time) {
        return with(options.and(b -> b.effectsWithin(time)));
    }

    /**
     * Has the receiver rotate its secrets, for the scenarios that rotate while deliveries come (contract REQ-ROT-4);
     * without it they are not applicable.
     */
    public ReceiverUnderTest rotation(RotationHook hook) {
        return with(options.and(b -> b.rotation(hook)));
    }

    /**
     * Makes the receiver fail once on an event, e.g. by a repository that throws (contract REQ-RETRY-1); without it the
     * scenario that needs it is not applicable.
     */
    public ReceiverUnderTest failures(FailureHook hook) {
        return with(options.and(b -> b.failures(hook)));
    }

    /**
     * Tells in which state a check is, e.g. from the repository (contract REQ-IDEM-3); without it the scenario that needs
     * it is not applicable.
     */
    public ReceiverUnderTest states(StateProbe probe) {
        return with(options.and(b -> b.states(probe)));
    }

    /**
     * Adds failures that are lived with for now: tests of what fails are aborted with the reason, and fail once it passes.
     * {@link KnownFailure} says the same on the class.
     */
    public ReceiverUnderTest knownFailures(KnownFailures more) {
        return with(options.withKnownFailures(more));
    }

    /**
     * Adds the known failures of a file, the one that the command takes too: YAML, or JSON where its name ends so.
     *
     * @param file read at once; a relative path is looked for in the working directory
     * @throws IllegalArgumentException if it cannot be read or is no such document; the message names file and line
     */
    public ReceiverUnderTest knownFailures(Path file) {
        try {
            return knownFailures(KnownFailures.read(Files.readAllBytes(file), file.toString()));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "known failures: '" + file.toAbsolutePath() + "' cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    /**
     * Adds a header line to every delivery, e.g. for a gateway; none by default.
     *
     * @throws IllegalArgumentException if the name is no token (RFC 9110, 5.6.2) or the value holds a control character
     *     or one outside ISO-8859-1
     */
    public ReceiverUnderTest header(String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("header: '" + name + "' is no header name");
        }
        if (!value.matches("[\\t\\x20-\\x7e\\xa0-\\xff]*")) {
            throw new IllegalArgumentException(
                    "header: the value of " + name + " holds a control character or one outside ISO-8859-1");
        }
        return with(options.withHeader(new HeaderLine(name, value)));
    }

    /** Lets a failed SHOULD fail its test; without it such a test is aborted, with the finding. */
    public ReceiverUnderTest strict() {
        return with(options.and(b -> b.strict(true)));
    }

    /**
     * Sets the statuses that count as a rejection: 400, 401 and 403 by default (contract REQ-HTTP-2).
     *
     * @throws IllegalArgumentException if there is none, or one is not from 400 to 499
     */
    public ReceiverUnderTest rejectStatuses(int... statuses) {
        Set<Integer> set = Arrays.stream(statuses).boxed().collect(Collectors.toUnmodifiableSet());
        if (set.isEmpty() || set.stream().anyMatch(s -> s < 400 || s > 499)) {
            throw new IllegalArgumentException("rejectStatuses: " + Arrays.toString(statuses)
                    + " has to hold at least one status, each out of [400, 499]");
        }
        return with(options.and(b -> b.rejections(set)));
    }

    /**
     * Sets how many scenarios are sent at a time: 8 by default.
     *
     * @throws IllegalArgumentException if it is not from 1 to 64
     */
    public ReceiverUnderTest jobs(int jobs) {
        return with(options.and(b -> b.jobs(jobs)));
    }

    /** Sets what all randomness comes from: 0 by default. */
    public ReceiverUnderTest seed(long seed) {
        return with(options.and(b -> b.seed(seed)));
    }

    /** Allows a host that is neither this machine nor in a private network: what it accepts, it processes as real. */
    public ReceiverUnderTest allowRemote() {
        return with(options.anywhere());
    }

    /**
     * Starts it, where it is not somewhere already.
     *
     * @throws io.statuspulse.conformance.start.ReceiverStartException if it does not start
     */
    RunningReceiver start() {
        return starter.start();
    }

    /**
     * The settings of a run against it.
     *
     * @param url where it takes deliveries
     * @throws IllegalArgumentException if the URL is wrong or out of reach, or there is no secret
     */
    RunSettings settings(URI url) {
        Target endpoint = new Target(url);
        if (!options.remote()) {
            Reach.requireNear(endpoint);
        }
        return options.settings(endpoint);
    }

    /**
     * Its secrets.
     *
     * @throws IllegalArgumentException if none is in force, or one is there twice
     */
    Secrets secrets() {
        return options.secrets();
    }

    KnownFailures knownFailures() {
        return options.knownFailures();
    }

    private ReceiverUnderTest with(Options changed) {
        return new ReceiverUnderTest(starter, changed);
    }

    @Override
    public String toString() {
        return "ReceiverUnderTest[" + options + "]";
    }

    /** One that others start and stop. */
    private record Elsewhere(URI url) implements RunningReceiver {
        @Override
        public void close() {}
    }
}
