package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.TrialOutcome.CannotBeMade;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.simulator.delivery.NotComposableException;
import java.util.List;
import java.util.function.Function;

/** Runs the trials that are more than deliveries one after the other. */
final class Procedures {
    private final RunSettings settings;
    private final Health health;
    private final EffectLedger ledger;
    private final Tls tls;

    Procedures(RunSettings settings, Health health, EffectLedger ledger, Tls tls) {
        this.settings = settings;
        this.health = health;
        this.ledger = ledger;
        this.tls = tls;
    }

    /** Runs one; what must be true of effects is added to {@code claims}. */
    TrialOutcome run(Procedure procedure, Scenario scenario, Courier courier, List<Claim> claims) {
        AnswerRule rule = new AnswerRule(settings, scenario);
        try {
            if (procedure instanceof Procedure.IdleConnections idle) {
                return new IdleRun(courier).run(idle);
            } else if (procedure instanceof Procedure.OthersWhile others) {
                return new OthersRun(settings, health, courier, rule).run(others);
            } else if (procedure instanceof Procedure.RotationUnderTraffic) {
                return rotating(rotation -> new TrafficRun(rotation, courier, rule).run(claims));
            } else if (procedure instanceof Procedure.EndOfOverlap) {
                return rotating(rotation -> new OverlapRun(rotation, courier, rule).run(claims));
            } else if (procedure instanceof Procedure.RetryAfterFailure) {
                return new FailureRun(settings, ledger, courier).run(claims);
            } else if (procedure instanceof Procedure.NewerStateFirst) {
                return new StateRun(settings, health, ledger, courier).run(claims);
            } else if (procedure instanceof TlsProcedure secured) {
                return new TlsRun(settings, tls).run(secured, new TlsDeliveryRun(health, courier, tls), claims);
            }
        } catch (NotComposableException e) {
            return new CannotBeMade(String.valueOf(e.getMessage()));
        }
        throw new IllegalStateException("no such procedure: " + procedure);
    }

    private TrialOutcome rotating(Function<Rotation, TrialOutcome> run) {
        Rotation rotation = new Rotation(settings, health);
        return rotation.whyNot().<TrialOutcome>map(CannotBeMade::new).orElseGet(() -> run.apply(rotation));
    }
}
