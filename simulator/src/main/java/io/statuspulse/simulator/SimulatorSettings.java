package io.statuspulse.simulator;

import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.TlsSettings;
import java.time.Clock;
import java.util.List;

/**
 * How a simulator sends.
 *
 * @param target the endpoint
 * @param secrets the endpoint's secrets
 * @param scheme how deliveries are signed; StatusPulse's by default
 * @param seed decides all that is random; 0 by default
 * @param clock dates attempts, events and event ids; the system's by default
 * @param deadlines how long the phases of an exchange may take; 10 s each by default
 * @param tls whose certificates are trusted; the JDK's roots by default
 * @param headers lines added to every delivery; none by default
 */
public record SimulatorSettings(
        Target target,
        Secrets secrets,
        SignatureScheme scheme,
        long seed,
        Clock clock,
        Deadlines deadlines,
        TlsSettings tls,
        List<HeaderLine> headers) {

    public SimulatorSettings {
        headers = List.copyOf(headers);
    }

    /** Settings with every default. */
    public static SimulatorSettings of(Target target, Secrets secrets) {
        return new SimulatorSettings(
                target,
                secrets,
                SignatureScheme.STATUSPULSE,
                0,
                Clock.systemUTC(),
                Deadlines.DEFAULT,
                TlsSettings.DEFAULT,
                List.of());
    }

    public SimulatorSettings withSecrets(Secrets value) {
        return new SimulatorSettings(target, value, scheme, seed, clock, deadlines, tls, headers);
    }

    public SimulatorSettings withScheme(SignatureScheme value) {
        return new SimulatorSettings(target, secrets, value, seed, clock, deadlines, tls, headers);
    }

    public SimulatorSettings withSeed(long value) {
        return new SimulatorSettings(target, secrets, scheme, value, clock, deadlines, tls, headers);
    }

    public SimulatorSettings withClock(Clock value) {
        return new SimulatorSettings(target, secrets, scheme, seed, value, deadlines, tls, headers);
    }

    public SimulatorSettings withDeadlines(Deadlines value) {
        return new SimulatorSettings(target, secrets, scheme, seed, clock, value, tls, headers);
    }

    public SimulatorSettings withTls(TlsSettings value) {
        return new SimulatorSettings(target, secrets, scheme, seed, clock, deadlines, value, headers);
    }

    public SimulatorSettings withHeaders(List<HeaderLine> value) {
        return new SimulatorSettings(target, secrets, scheme, seed, clock, deadlines, tls, value);
    }
}
