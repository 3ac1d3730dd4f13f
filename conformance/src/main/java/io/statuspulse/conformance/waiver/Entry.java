package io.statuspulse.conformance.waiver;

import io.statuspulse.simulator.delivery.Printable;

/**
 * A known failure and where it is written.
 *
 * @param place for people, e.g. {@code line 4 of known.yaml}
 */
record Entry(KnownFailure failure, String place) {

    /** Returns e.g. {@code timestamp/* (line 4 of known.yaml)}. */
    String words() {
        return Printable.decoded(failure.scenario()) + " (" + place + ")";
    }
}
