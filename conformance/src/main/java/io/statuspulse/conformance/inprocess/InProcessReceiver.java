package io.statuspulse.conformance.inprocess;

import io.statuspulse.conformance.run.ReceiverAccess;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.simulator.inprocess.InProcessHandler;
import io.statuspulse.simulator.inprocess.InProcessTransport;
import io.statuspulse.simulator.inprocess.Verifier;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.Transport;
import java.util.Optional;

/**
 * A receiver in this process, called without a socket; a value, of which every method returns a changed copy.
 *
 * <p>Scenarios whose subject is a connection or a server are not applicable to it, and those about anything but the
 * verification are not to a verifier. What is called is called by many threads at once.
 *
 * <pre>{@code
 * InProcessReceiver.verifier((headers, body) -> MyLibrary.verify(secret, headers.asMap(), body)).settings("whsec_…")
 * }</pre>
 */
public final class InProcessReceiver implements ReceiverAccess {
    private static final String PATH = "/webhook/statuspulse";

    private final InProcessHandler handler;
    private final Applicability applicability;
    private final Target target;
    private final String kind;

    private InProcessReceiver(InProcessHandler handler, Applicability applicability, Target target, String kind) {
        this.handler = handler;
        this.applicability = applicability;
        this.target = target;
        this.kind = kind;
    }

    /** A function that accepts or rejects. */
    public static InProcessReceiver verifier(Verifier verifier) {
        return new InProcessReceiver(
                InProcessHandler.of(verifier), Applicability.ofVerifier(), at(PATH), "in-process verifier");
    }

    /**
     * A function that says no by throwing; what it says then must reveal no secret (contract REQ-SIG-4).
     *
     * @param rejection what it throws to say no; whatever else it throws means that it broke down
     */
    public static InProcessReceiver verifier(Class<? extends Exception> rejection, Verifier.Throwing verifier) {
        return new InProcessReceiver(
                InProcessHandler.of(rejection, verifier),
                Applicability.ofVerifierThatExplains(),
                at(PATH),
                "in-process verifier");
    }

    /**
     * Code that answers requests.
     *
     * @param path where it takes deliveries, e.g. {@code /webhook/statuspulse}; a query may follow
     * @throws IllegalArgumentException if the path does not begin with a slash or has characters that no URL has
     */
    public static InProcessReceiver handler(String path, InProcessHandler handler) {
        return new InProcessReceiver(handler, Applicability.ofHandler(), at(path), "in-process handler at " + path);
    }

    private static Target at(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("path: '" + path + "' is none; expected e.g. " + PATH);
        }
        return Target.of("http://localhost" + path);
    }

    /**
     * Says that a scenario means nothing for this receiver, e.g. because a container that is not there decides it.
     *
     * @param scenarioId the scenario's id
     * @param reason what reports say of it
     */
    public InProcessReceiver notApplicable(String scenarioId, String reason) {
        return new InProcessReceiver(handler, applicability.without(scenarioId, reason), target, kind);
    }

    /** Where deliveries say that they go: a host that is never looked up, and the path. */
    public Target target() {
        return target;
    }

    /**
     * Begins the settings of a run, with a secret and nothing else.
     *
     * @throws IllegalArgumentException if the secret is blank
     */
    public RunSettings.Builder settings(String secret) {
        return settings(Secrets.of(Secret.of(secret)));
    }

    /** Begins the settings of a run. */
    public RunSettings.Builder settings(Secrets secrets) {
        return RunSettings.of(target, secrets).access(this);
    }

    @Override
    public Transport transport(RunSettings settings) {
        return InProcessTransport.to(handler, settings.deadlines().answer(), settings.clock());
    }

    @Override
    public Optional<String> whyNot(Scenario scenario) {
        return applicability.whyNot(scenario);
    }

    @Override
    public String describe(Target any) {
        return kind;
    }

    @Override
    public String toString() {
        return "InProcessReceiver[" + kind + "]";
    }
}
