package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.CannotBeMade;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run of one scenario: its trials in order, then a look whether the receiver still lives. */
final class ScenarioRun {
    /** How many of a scenario's broken trials a report names. */
    private static final int MOST_SHOWN = 3;

    private final RunSettings settings;
    private final Health health;
    private final Scenario scenario;
    private final Courier courier;
    private final Procedures procedures;

    ScenarioRun(RunSettings settings, Health health, Scenario scenario, Courier courier, Procedures procedures) {
        this.settings = settings;
        this.health = health;
        this.scenario = scenario;
        this.courier = courier;
        this.procedures = procedures;
    }

    Pending run() {
        long start = System.nanoTime();
        List<Claim> claims = new ArrayList<>();
        Verdict verdict = settings.access()
                .whyNot(scenario)
                .<Verdict>map(Verdict.NotApplicable::new)
                .orElseGet(() -> judge(claims));
        return new Pending(scenario, verdict, courier.sent(), claims, Duration.ofNanos(System.nanoTime() - start));
    }

    private Verdict judge(List<Claim> claims) {
        List<Fact> seen = new ArrayList<>();
        List<Broke> broken = new ArrayList<>();
        List<ProvesNothing> unclear = new ArrayList<>();
        List<String> notMade = new ArrayList<>();
        for (int i = 0; i < scenario.trials().size(); i++) {
            if (health.obstacle(scenario).isPresent()) {
                return broken.isEmpty() ? nobodyThere() : failed(broken);
            }
            TrialOutcome outcome = tryOut(scenario.trials().get(i), i, claims);
            if (outcome instanceof Held held) {
                seen.addAll(held.facts());
            } else if (outcome instanceof CannotBeMade cannot) {
                notMade.add(cannot.reason());
            } else if (outcome instanceof ProvesNothing nothing) {
                unclear.add(nothing);
                if (nothing.hopeless()) {
                    break;
                }
            } else if (outcome instanceof Broke broke) {
                broken.add(broke);
                if (broke.silence() == Silence.HUNG) {
                    break;
                }
            }
        }
        if (broken.isEmpty() && !unclear.isEmpty()) {
            return new Verdict.Inconclusive(
                    unclear.get(0).reason(), unclear.get(0).facts());
        }
        if (notMade.size() == scenario.trials().size()) {
            return new Verdict.NotApplicable(
                    String.join("; ", notMade.stream().distinct().toList()));
        }
        if (broken.isEmpty() && mayDisturb()) {
            if (health.dead().isPresent()) {
                return nobodyThere();
            }
            afterwards(broken);
        }
        return broken.isEmpty() ? new Verdict.Passed(seen) : failed(broken);
    }

    private TrialOutcome tryOut(Trial trial, int number, List<Claim> claims) {
        TrialOutcome outcome;
        if (trial instanceof Trial.Deliveries deliveries) {
            TrialRun run = new TrialRun(settings, health, scenario, deliveries, number, courier);
            outcome = run.run();
            claims.addAll(run.claims());
        } else {
            outcome = procedures.run((Procedure) trial, scenario, courier, claims);
        }
        if (outcome instanceof Broke broke && broke.silence() != Silence.NONE) {
            return isolate(broke);
        }
        return outcome;
    }

    /**
     * Tells a receiver that this delivery upset from one that is gone for a reason of somebody else's: a delivery that
     * was valid, or that nobody was there to get, cannot be the reason.
     */
    private TrialOutcome isolate(Broke broke) {
        if (health.dead().isPresent()) {
            // Others found out meanwhile: asking once more would cost another deadline.
            return diedBeside(broke, new Fact("afterwards", health.dead().get()));
        }
        Exchange valid = courier.send(DeliveryPlan.valid(), Role.ALIVE);
        if (Health.silence(valid) == Silence.CUT_OFF) {
            // A process that goes down closes what comes for a moment, before nobody is there.
            courier.pause(health.processing());
            valid = courier.send(DeliveryPlan.valid(), Role.ALIVE);
        }
        if (!Health.gaveNoSign(valid)) {
            return valid.accepted() || valid.status() == 429
                    ? broke
                    : new Broke(plus(broke.facts(), afterwards(valid)), broke.warningOnly(), broke.silence());
        }
        health.died(scenario.id(), valid);
        return diedBeside(broke, afterwards(valid));
    }

    private TrialOutcome diedBeside(Broke broke, Fact afterwards) {
        boolean innocent = scenario.expect() == Expect.ACCEPT
                || scenario.expect() == Expect.ONCE
                || broke.silence() == Silence.NOBODY_THERE;
        return innocent
                ? new ProvesNothing(health.dead().orElseThrow(), broke.facts(), true)
                : new Broke(plus(broke.facts(), afterwards), broke.warningOnly(), Silence.HUNG);
    }

    private boolean mayDisturb() {
        return health.baselineAccepted()
                && scenario.expect() != Expect.ACCEPT
                && scenario.expect() != Expect.ONCE
                && scenario.expect() != Expect.OBSERVE_CERT;
    }

    private void afterwards(List<Broke> broken) {
        Exchange valid = courier.send(DeliveryPlan.valid(), Role.ALIVE);
        if (valid.accepted() || valid.status() == 429) {
            return;
        }
        if (Health.gaveNoSign(valid)) {
            health.died(scenario.id(), valid);
        }
        broken.add(new Broke(List.of(afterwards(valid)), false, Silence.NONE));
    }

    private static Fact afterwards(Exchange valid) {
        return new Fact("afterwards", "a valid delivery got: " + Words.of(valid));
    }

    private Verdict nobodyThere() {
        return new Verdict.Inconclusive(health.dead().orElseThrow(), List.of());
    }

    private Verdict failed(List<Broke> broken) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("expected", scenario.expect().words(settings.rejectionWords(scenario.alsoRejected()))));
        broken.stream().limit(MOST_SHOWN).forEach(broke -> facts.addAll(broke.facts()));
        if (broken.size() > MOST_SHOWN) {
            facts.add(new Fact("more", broken.size() - MOST_SHOWN + " more of its trials went wrong"));
        }
        return new Verdict.Failed(facts, broken.stream().allMatch(Broke::warningOnly));
    }

    private static List<Fact> plus(List<Fact> facts, Fact more) {
        List<Fact> all = new ArrayList<>(facts);
        all.add(more);
        return all;
    }
}
