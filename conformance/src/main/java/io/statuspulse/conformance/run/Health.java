package io.statuspulse.conformance.run;

import static io.statuspulse.simulator.wire.Failure.Kind.TLS_FAILED;
import static io.statuspulse.simulator.wire.Failure.Kind.TLS_TIMEOUT;

import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import java.time.Duration;
import java.util.Optional;

/** What is known of the receiver as a whole: how it answered a plain valid delivery first, and whether it still lives. */
final class Health {
    private final Exchange baseline;
    private final Skew skew;
    private final UsualAnswer usual = new UsualAnswer();
    private volatile Optional<String> dead;
    private volatile long diedAt = System.nanoTime();

    Health(Exchange baseline) {
        this.baseline = baseline;
        this.skew = Skew.of(baseline);
        this.dead = unreachable(baseline);
        usual.took(baseline.timings().total());
    }

    /** Learns from what a plain delivery got how long one takes. */
    void answered(Exchange control) {
        if (control.accepted()) {
            usual.took(control.timings().total());
        }
    }

    Exchange baseline() {
        return baseline;
    }

    boolean baselineAccepted() {
        return baseline.accepted();
    }

    Skew skew() {
        return skew;
    }

    /** Returns why a scenario cannot be tried; what TLS itself is like can be seen also where no delivery gets through. */
    Optional<String> obstacle(Scenario scenario) {
        return scenario.trials().stream().allMatch(this::canBeTriedWithoutAnswers) ? Optional.empty() : dead;
    }

    private boolean canBeTriedWithoutAnswers(Trial trial) {
        boolean gotPastTls = gaveNoSign(baseline) && !baseline.timings().tls().isZero() && !failedAs(TLS_TIMEOUT);
        return trial instanceof TlsProcedure procedure
                && (failedAs(TLS_FAILED) || (gotPastTls && !procedure.delivers()));
    }

    private boolean failedAs(Failure.Kind kind) {
        return baseline.failure().filter(f -> f.kind() == kind).isPresent();
    }

    /** Why nothing more can be learnt from the receiver; empty while it answers. */
    Optional<String> dead() {
        return dead;
    }

    /** When nothing more could be learnt, as {@link System#nanoTime}; of no meaning while it answers. */
    long diedAt() {
        return diedAt;
    }

    void died(String scenarioId, Exchange lastSign) {
        lost("the receiver stopped answering during " + scenarioId + ": " + Words.of(lastSign));
    }

    /** Says why nothing that follows can be judged, although somebody is there. */
    synchronized void lost(String reason) {
        if (dead.isEmpty()) {
            diedAt = System.nanoTime();
            dead = Optional.of(reason);
        }
    }

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);

    /** How long an answer may take before it is unusual, with that many scenarios at a time. */
    Duration patience(int jobs) {
        // Duration multiplies by way of decimal fractions, which is slow for what each delivery asks.
        long usual = baseline.timings().total().toNanos() * 4 * jobs;
        return Duration.ofNanos(Math.max(usual, LEAST_PATIENCE.toNanos()));
    }

    /** How long a delivery whose answer is not awaited is given to be processed: 4 times what one takes by now. */
    Duration processing() {
        Duration given = usual.median().multipliedBy(4);
        Duration least = Duration.ofMillis(100);
        Duration most = Duration.ofSeconds(2);
        return given.compareTo(least) < 0 ? least : given.compareTo(most) > 0 ? most : given;
    }

    /** Returns whether not even a closed connection says that somebody is there. */
    static boolean gaveNoSign(Exchange exchange) {
        Silence silence = silence(exchange);
        return silence == Silence.HUNG || silence == Silence.NOBODY_THERE;
    }

    static Silence silence(Exchange exchange) {
        return exchange.failure()
                .map(Failure::kind)
                .map(kind -> switch (kind) {
                    case UNKNOWN_HOST, CONNECTION_REFUSED, CONNECT_TIMEOUT, CONNECT_FAILED -> Silence.NOBODY_THERE;
                    case TLS_TIMEOUT, WRITE_TIMEOUT, ANSWER_TIMEOUT -> Silence.HUNG;
                    case CLOSED_WITHOUT_ANSWER, RESET -> Silence.CUT_OFF;
                    case TLS_FAILED, MALFORMED_ANSWER, ANSWER_TOO_LARGE, NOT_AWAITED -> Silence.NONE;
                })
                .orElse(Silence.NONE);
    }

    private static Optional<String> unreachable(Exchange baseline) {
        boolean noTls = baseline.failure().filter(f -> f.kind() == TLS_FAILED).isPresent();
        boolean silent = gaveNoSign(baseline) && baseline.response().isEmpty();
        return noTls || silent ? baseline.failure().map(Failure::words) : Optional.empty();
    }
}
