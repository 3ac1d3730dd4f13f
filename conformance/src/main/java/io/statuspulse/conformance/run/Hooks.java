package io.statuspulse.conformance.run;

import java.util.Optional;

/**
 * What a receiver can be made to do, or asked, beside taking deliveries. What is not there makes the scenarios that need
 * it not applicable.
 *
 * @param rotation has the receiver rotate its secrets
 * @param failures makes the receiver fail on an event
 * @param states tells in which state the receiver holds a check
 */
public record Hooks(Optional<RotationHook> rotation, Optional<FailureHook> failures, Optional<StateProbe> states) {
    public static final Hooks NONE = new Hooks(Optional.empty(), Optional.empty(), Optional.empty());

    public Hooks withRotation(RotationHook hook) {
        return new Hooks(Optional.of(hook), failures, states);
    }

    public Hooks withFailures(FailureHook hook) {
        return new Hooks(rotation, Optional.of(hook), states);
    }

    public Hooks withStates(StateProbe probe) {
        return new Hooks(rotation, failures, Optional.of(probe));
    }

    /** Has the receiver rotate its secrets (contract REQ-ROT-1, REQ-ROT-2, REQ-ROT-4). */
    @FunctionalInterface
    public interface RotationHook {

        /**
         * Puts secrets in force, for every delivery that arrives after this returns; what arrives meanwhile may be
         * judged by the secrets before.
         *
         * @param current the secret that signs from now on
         * @param previous the secret that is accepted besides; empty where no overlap is on
         * @throws RuntimeException if that cannot be done; the scenario is inconclusive then
         */
        void rotate(String current, Optional<String> previous);
    }

    /** Makes a receiver fail, as it does when its database is away (contract REQ-RETRY-1). */
    @FunctionalInterface
    public interface FailureHook {

        /**
         * Has the next attempt to process that event fail, and the one after it not.
         *
         * @throws RuntimeException if that cannot be done; the scenario is inconclusive then
         */
        void failNext(String eventId);
    }

    /** Tells in which state a receiver holds a check (contract REQ-IDEM-3). */
    @FunctionalInterface
    public interface StateProbe {

        /**
         * Returns the check's status, such as {@code degraded}; empty for a check that it does not know.
         *
         * @throws RuntimeException if that cannot be told; the scenario is inconclusive then
         */
        Optional<String> status(String checkId);
    }
}
