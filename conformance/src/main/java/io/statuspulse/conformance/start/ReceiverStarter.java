package io.statuspulse.conformance.start;

/** Starts a receiver for one run, e.g. a process or a container. */
@FunctionalInterface
public interface ReceiverStarter {

    /**
     * Starts the receiver and returns once it takes connections.
     *
     * @throws ReceiverStartException if it does not start; the message says what was tried, and what the receiver said
     */
    RunningReceiver start();
}
