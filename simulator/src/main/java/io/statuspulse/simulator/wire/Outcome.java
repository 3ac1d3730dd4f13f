package io.statuspulse.simulator.wire;

import java.util.Optional;

/**
 * What one delivery over one connection came to.
 *
 * @param response the final answer, as far as it came
 * @param failure why there is no whole answer
 * @param reusable whether the connection may carry another delivery
 * @param silent whether not one byte of an answer came
 */
record Outcome(Optional<Response> response, Optional<Failure> failure, boolean reusable, boolean silent) {

    static Outcome failed(Failure failure, boolean silent) {
        return new Outcome(Optional.empty(), Optional.of(failure), false, silent);
    }

    /**
     * Returns whether the receiver seems to have closed the idle connection at the moment at which it was used again: a
     * client then sends once more on a new one (RFC 9112, 9.3.1).
     */
    boolean lostToIdleClose() {
        return silent
                && failure.filter(f -> f.kind() == Failure.Kind.CLOSED_WITHOUT_ANSWER || f.kind() == Failure.Kind.RESET)
                        .isPresent();
    }
}
