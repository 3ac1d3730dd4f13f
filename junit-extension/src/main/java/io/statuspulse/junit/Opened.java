package io.statuspulse.junit;

import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.start.ReceiverStartException;
import io.statuspulse.conformance.start.RunningReceiver;
import io.statuspulse.simulator.signing.Secrets;

/**
 * A receiver that runs, and the session with it.
 *
 * @param receiver stopped after the session
 * @param settings how it is tested
 * @param session greeted it already
 */
record Opened(RunningReceiver receiver, RunSettings settings, Session session) implements AutoCloseable {

    /**
     * Starts the receiver and greets it.
     *
     * @throws IllegalArgumentException if it cannot be tested as it is described
     * @throws RuntimeException whatever else keeps it from being started or greeted; the receiver is stopped then, and the
     *     end of what it printed is in the message
     */
    static Opened of(ReceiverUnderTest under) {
        Secrets secrets = under.secrets(); // Said before anything is started.
        RunningReceiver receiver = start(under, secrets);
        try {
            RunSettings settings = under.settings(receiver.url());
            return new Opened(receiver, settings, Session.open(settings));
        } catch (RuntimeException e) {
            String log = LogEnd.of(receiver.log(), secrets);
            receiver.close();
            if (log.isEmpty()) {
                throw e;
            }
            throw new IllegalStateException(e.getMessage() + "\nthe receiver printed:\n" + log, e);
        }
    }

    private static RunningReceiver start(ReceiverUnderTest under, Secrets secrets) {
        try {
            return under.start();
        } catch (ReceiverStartException e) {
            String shown = secrets.redact(String.valueOf(e.getMessage()));
            throw shown.equals(e.getMessage())
                    ? e
                    : new ReceiverStartException(secrets.redact(e.reason()), secrets.redact(e.log()));
        }
    }

    /** The end of what the receiver printed, fit to be shown; empty where that is not known. */
    String log() {
        return LogEnd.of(receiver.log(), settings.secrets());
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            receiver.close();
        }
    }
}
