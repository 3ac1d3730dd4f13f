package io.statuspulse.conformance.run;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SigningEdit;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the receiver's clock is from ours.
 *
 * @param ahead what must be added to our clock to get the receiver's; zero where its {@code Date} header allows that
 */
record Skew(Duration ahead) {
    static final Skew NONE = new Skew(Duration.ZERO);

    /** How much nearer to the edge a timestamp may be than it seems: it is cut to the second, and so is a Date. */
    private static final Duration BLUR = Duration.ofSeconds(2);

    /** Reads the skew from an answer's {@code Date} (RFC 9110, 6.6.1), which is cut to the second. */
    static Skew of(Exchange exchange) {
        return exchange.response()
                .flatMap(response -> response.header("Date"))
                .flatMap(HttpDate::parse)
                .map(date ->
                        between(date, exchange.startedAt(), exchange.timings().total()))
                .orElse(NONE);
    }

    private static Skew between(Instant date, Instant sent, Duration took) {
        // The answer was dated at some moment of [date, date + 1 s), which lies somewhere in [sent, sent + took].
        Duration least = Duration.between(sent.plus(took), date);
        Duration most = Duration.between(sent, date.plusSeconds(1));
        if (!least.isNegative() && !least.isZero()) {
            return new Skew(least);
        }
        return most.isNegative() ? new Skew(most) : NONE;
    }

    /**
     * Returns why a plan cannot ask what it means to ask under this tolerance: it lies on the other side, or at the edge.
     *
     * @param age how old the delivery is when it is sent
     */
    static Optional<String> contradicts(DeliveryPlan plan, Duration age, boolean mustBeInside, Duration tolerance) {
        Duration shift = shift(plan).minus(age);
        return shift.isZero() || isSurely(mustBeInside, shift, tolerance)
                ? Optional.empty()
                : Optional.of("a timestamp " + Words.of(shift.abs()) + (shift.isNegative() ? " old" : " ahead")
                        + (mustBeInside ? " is not well inside" : " is not well outside")
                        + " the configured tolerance of " + Words.of(tolerance));
    }

    /**
     * Returns why an exchange proves nothing about the tolerance: the receiver's clock, or the time it took, moved the
     * timestamp to the other side of the edge.
     *
     * @param age how old the delivery was when it was sent
     * @param mustBeInside whether the receiver must see the timestamp inside the tolerance, or outside
     */
    Optional<String> disturbs(Exchange exchange, Duration age, boolean mustBeInside, Duration tolerance) {
        Duration shift = shift(exchange.delivery().plan()).minus(age);
        if (shift.isZero()) {
            return Optional.empty();
        }
        Duration took = exchange.timings().total();
        Duration latest = shift.minus(ahead);
        Duration earliest = latest.minus(took);
        boolean sameSide = isSurely(mustBeInside, earliest, tolerance) && isSurely(mustBeInside, latest, tolerance);
        return sameSide
                ? Optional.empty()
                : Optional.of("the receiver's clock is " + describe() + " ours and the exchange took " + Words.of(took)
                        + ", so the timestamp may have been on the other side of the tolerance when it arrived");
    }

    private static Duration shift(DeliveryPlan plan) {
        return plan.edits().stream()
                .filter(SigningEdit.TimestampShift.class::isInstance)
                .map(edit -> ((SigningEdit.TimestampShift) edit).shift())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean isSurely(boolean inside, Duration shift, Duration tolerance) {
        Duration distance = shift.abs();
        return inside ? distance.compareTo(tolerance.minus(BLUR)) <= 0 : distance.compareTo(tolerance.plus(BLUR)) >= 0;
    }

    /** Returns e.g. {@code 12 s behind}, to be followed by whose clock. */
    String describe() {
        return ahead.isZero() ? "level with" : Words.of(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of");
    }
}
