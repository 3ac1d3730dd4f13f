package io.statuspulse.conformance.receiver;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link BuiltInReceiver} is set up.
 *
 * <p>{@link #of(String)} gives the defaults; {@link #toString()} names no secret.
 *
 * @param host the address to listen on; 127.0.0.1 by default
 * @param port the port to listen on, 0 to 65535; 0, the default, takes any free one
 * @param secret the current secret as it was issued, {@code whsec_} included; never blank
 * @param previousSecret the secret that is also accepted while a rotation's overlap lasts; none by default
 * @param retiredSecrets secrets that are over; a correct receiver rejects them, none by default
 * @param tolerance how far a delivery's timestamp may lie from the clock, either way, inclusive; 300 s by default
 * @param clock the receiver's clock, which also dates its answers; the system's in UTC by default
 * @param defect what the receiver gets wrong; nothing by default
 */
public record ReceiverSettings(
        String host,
        int port,
        String secret,
        Optional<String> previousSecret,
        List<String> retiredSecrets,
        Duration tolerance,
        Clock clock,
        Optional<Defect> defect) {

    /** How far a timestamp may lie from the clock unless told otherwise: 300 s (REQ-TIME-2). */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

    private static final int MAX_PORT = 65_535;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a secret is blank (REQ-ROT-3), the port outside 0 to 65535 or the tolerance
     *     negative
     */
    public ReceiverSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port is " + port + ", it must be 0 to " + MAX_PORT);
        }
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", it must not be negative");
        }
        retiredSecrets = List.copyOf(retiredSecrets);
        SecretSet.requireUsable("secret", secret);
        previousSecret.ifPresent(s -> SecretSet.requireUsable("previousSecret", s));
    }

    /** A correct receiver with this current secret on any free loopback port. */
    public static ReceiverSettings of(String secret) {
        return new ReceiverSettings(
                "127.0.0.1",
                0,
                secret,
                Optional.empty(),
                List.of(),
                DEFAULT_TOLERANCE,
                Clock.systemUTC(),
                Optional.empty());
    }

    /** The same on another address. */
    public ReceiverSettings withHost(String value) {
        return new ReceiverSettings(value, port, secret, previousSecret, retiredSecrets, tolerance, clock, defect);
    }

    /** The same on this port; 0 takes any free one. */
    public ReceiverSettings withPort(int value) {
        return new ReceiverSettings(host, value, secret, previousSecret, retiredSecrets, tolerance, clock, defect);
    }

    /** The same in a rotation's overlap, where this secret is accepted too (REQ-ROT-1). */
    public ReceiverSettings withPreviousSecret(String value) {
        return new ReceiverSettings(host, port, secret, Optional.of(value), retiredSecrets, tolerance, clock, defect);
    }

    /** The same with these secrets known to be over (REQ-ROT-2); only a defect ever looks at them. */
    public ReceiverSettings withRetiredSecrets(List<String> value) {
        return new ReceiverSettings(host, port, secret, previousSecret, value, tolerance, clock, defect);
    }

    /** The same with another tolerance. */
    public ReceiverSettings withTolerance(Duration value) {
        return new ReceiverSettings(host, port, secret, previousSecret, retiredSecrets, value, clock, defect);
    }

    /** The same with another clock. */
    public ReceiverSettings withClock(Clock value) {
        return new ReceiverSettings(host, port, secret, previousSecret, retiredSecrets, tolerance, value, defect);
    }

    /** The same with one defect. */
    public ReceiverSettings withDefect(Defect value) {
        return new ReceiverSettings(
                host, port, secret, previousSecret, retiredSecrets, tolerance, clock, Optional.of(value));
    }

    @Override
    public String toString() {
        return "ReceiverSettings[" + host + ":" + port + ", previous secret "
                + (previousSecret.isPresent() ? "set" : "not set") + ", " + retiredSecrets.size()
                + " retired, tolerance " + tolerance + ", defect "
                + defect.map(Defect::name).orElse("none") + "]";
    }
}
