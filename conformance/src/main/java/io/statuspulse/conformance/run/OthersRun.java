package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.AnswerRule.Match;
import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

/** Valid deliveries beside a request that drips in. */
final class OthersRun {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final RunSettings settings;
    private final Health health;
    private final Courier courier;
    private final AnswerRule rule;

    OthersRun(RunSettings settings, Health health, Courier courier, AnswerRule rule) {
        this.settings = settings;
        this.health = health;
        this.courier = courier;
        this.rule = rule;
    }

    TrialOutcome run(Procedure.OthersWhile procedure) {
        return courier.aside(() -> {
            Future<Exchange> slow = courier.sendBeside(procedure.slow());
            try {
                // Its beginning must be there first, or there is nothing to be held up by.
                Pauses.pause(settings.pace().of(health.processing()));
                do {
                    Exchange valid = courier.send(DeliveryPlan.valid(), Role.TRIAL);
                    if (!valid.accepted() || (slow.isDone() && waitedFor(Courier.result(slow), valid))) {
                        return heldUp(valid);
                    }
                    Pauses.pauseUntil(slow::isDone, settings.pace().of(BETWEEN));
                } while (!slow.isDone());
                return ended(courier.keep(Role.TRIAL, Courier.result(slow)));
            } finally {
                slow.cancel(true);
            }
        });
    }

    /** Also where the deadline is so long that the answer came in time all the same, once the other request had ended. */
    private boolean waitedFor(Exchange slow, Exchange valid) {
        Duration took = valid.timings().total();
        return took.compareTo(health.patience(settings.jobs())) > 0
                && took.multipliedBy(2).compareTo(slow.timings().total()) > 0;
    }

    private static TrialOutcome heldUp(Exchange valid) {
        Fact meanwhile = new Fact(
                "actual",
                "a valid delivery meanwhile got, after "
                        + Words.of(valid.timings().total()) + ": " + Words.of(valid));
        // The request that drips is the reason, and it is given up now.
        return TrialOutcome.limited(valid).orElseGet(() -> new Broke(List.of(meanwhile), false, Silence.NONE));
    }

    private TrialOutcome ended(Exchange slow) {
        boolean toTheEnd =
                slow.failure().filter(f -> f.kind() == Failure.Kind.NOT_AWAITED).isPresent();
        Fact end = new Fact(
                Fact.REPORTED,
                toTheEnd
                        ? "not cut off within " + Words.of(slow.timings().total())
                        : "cut off after " + Words.of(slow.timings().total()) + ": " + Words.of(slow));
        Match match = toTheEnd ? Match.AS_EXPECTED : rule.match(Answer.ANY, slow);
        return match == Match.AS_EXPECTED
                ? new Held(List.of(end))
                : new Broke(List.of(end), match == Match.WARNING, Silence.NONE);
    }
}
