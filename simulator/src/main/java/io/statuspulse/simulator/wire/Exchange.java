package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.delivery.Delivery;
import java.time.Instant;
import java.util.Optional;

/**
 * One delivery and what came back: an answer, a failure, or both where the answer broke off after its head.
 *
 * @param delivery what was sent
 * @param response the final answer, as far as it came
 * @param failure why there is no whole answer
 * @param timings how long each phase took
 * @param startedAt the sender's clock when the connection was begun
 */
public record Exchange(
        Delivery delivery, Optional<Response> response, Optional<Failure> failure, Timings timings, Instant startedAt) {

    /** Returns whether a whole answer with a 2xx status came. */
    public boolean accepted() {
        return failure.isEmpty() && status() / 100 == 2;
    }

    /** Returns the status of the answer, or 0 where none came. */
    public int status() {
        return response.map(Response::status).orElse(0);
    }
}
