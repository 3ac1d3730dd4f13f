package io.statuspulse.conformance.scenario;

import io.statuspulse.simulator.delivery.DeliveryPlan;

/** A trial that is more than deliveries one after the other, as a printable value. */
public sealed interface Procedure extends Trial
        permits Procedure.IdleConnections,
                Procedure.OthersWhile,
                Procedure.RotationUnderTraffic,
                Procedure.EndOfOverlap,
                Procedure.RetryAfterFailure,
                Procedure.NewerStateFirst,
                TlsProcedure {

    /** Returns what is done, and what must come of it, in one phrase. */
    String words();

    /**
     * Opens that many connections, sends nothing on them, and then a valid delivery on another.
     *
     * @param connections how many stay idle
     */
    record IdleConnections(int connections) implements Procedure {
        @Override
        public String words() {
            return "a valid delivery while " + connections + " idle connections are open: 2xx";
        }
    }

    /**
     * Sends a request that never becomes whole, and valid deliveries beside it.
     *
     * @param slow the request
     */
    record OthersWhile(DeliveryPlan slow) implements Procedure {
        @Override
        public String words() {
            return "valid deliveries while a request drips in: 2xx each; when the request is cut off is reported";
        }
    }

    /** Rotates to a new secret with an overlap, ends the overlap, and rotates back, under traffic all the while. */
    record RotationUnderTraffic() implements Procedure {
        @Override
        public Effects effects() {
            return Effects.TAKEN;
        }

        @Override
        public String words() {
            return "traffic signed with the current, the next and a wrong secret while the receiver rotates: what is signed"
                    + " with a secret in force is answered 2xx, what is not is rejected";
        }
    }

    /** Rotates to a new secret, ends the overlap, and signs with the secret that was current before. */
    record EndOfOverlap() implements Procedure {
        @Override
        public Effects effects() {
            return Effects.NONE_UNLESS_ACCEPTED;
        }

        @Override
        public String words() {
            return "a delivery signed with the previous secret, accepted in the overlap and sent again after it: a rejection";
        }
    }

    /** Makes the receiver fail on an event, and retries. */
    record RetryAfterFailure() implements Procedure {
        @Override
        public Effects effects() {
            return Effects.ONCE;
        }

        @Override
        public String words() {
            return "an attempt that the receiver was made to fail, then a retry: 2xx, and the event processed once";
        }
    }

    /** Sends the newer of two states of a check first, and then asks for the check's state. */
    record NewerStateFirst() implements Procedure {
        @Override
        public Effects effects() {
            return Effects.ONCE;
        }

        @Override
        public String words() {
            return "a newer event of a check, then an older one: both 2xx, and the check is in the newer state";
        }
    }
}
