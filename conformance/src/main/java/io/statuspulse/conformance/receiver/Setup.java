package io.statuspulse.conformance.receiver;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What the steps share: the secrets of the moment, the tolerance and the clock. */
final class Setup {

    private final Duration tolerance;
    private final Clock clock;
    private volatile SecretSet secrets;

    Setup(ReceiverSettings settings) {
        tolerance = settings.tolerance();
        clock = settings.clock();
        secrets = new SecretSet(settings.secret(), settings.previousSecret(), settings.retiredSecrets());
    }

    SecretSet secrets() {
        return secrets;
    }

    synchronized void rotate(String current, Optional<String> previous) {
        secrets = secrets.rotated(current, previous);
    }

    Duration tolerance() {
        return tolerance;
    }

    Clock clock() {
        return clock;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }
}
