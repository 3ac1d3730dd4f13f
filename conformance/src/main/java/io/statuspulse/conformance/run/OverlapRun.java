package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.AnswerRule.Match;
import io.statuspulse.conformance.run.Rotation.HookFailedException;
import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.wire.Exchange;
import java.util.List;

/** The secret that was current before a rotation, signed with during the overlap and after it. */
final class OverlapRun {
    private final Rotation rotation;
    private final Courier courier;
    private final AnswerRule rule;

    OverlapRun(Rotation rotation, Courier courier, AnswerRule rule) {
        this.rotation = rotation;
        this.courier = courier;
        this.rule = rule;
    }

    TrialOutcome run(List<Claim> claims) {
        try {
            rotation.begin();
            Exchange inOverlap = send(Role.CONTROL, Rotation.signedWith(Known.CURRENT));
            rotation.endOverlap();
            Exchange after = send(Role.TRIAL, Rotation.signedWith(Known.CURRENT));
            Exchange withNext = send(Role.CONTROL, Rotation.signedWith(Rotation.NEXT));
            return judge(inOverlap, after, withNext, claims);
        } catch (HookFailedException e) {
            return new ProvesNothing(String.valueOf(e.getMessage()), List.of(), true);
        } finally {
            rotation.back();
        }
    }

    private Exchange send(Role role, DeliveryPlan plan) {
        return courier.send(plan, role);
    }

    private TrialOutcome judge(Exchange inOverlap, Exchange after, Exchange withNext, List<Claim> claims) {
        if (TrialOutcome.limited(after).isPresent()) {
            return TrialOutcome.limited(after).get();
        }
        if (!after.accepted()) {
            claims.add(new Claim(after.delivery().eventId(), 0));
        }
        Match match = rule.match(Answer.REJECTED, after);
        if (match != Match.AS_EXPECTED) {
            return new Broke(
                    List.of(new Fact("actual", "signed with the secret whose overlap has ended: " + Words.of(after))),
                    match == Match.WARNING,
                    Health.silence(after));
        }
        if (!inOverlap.accepted() || !withNext.accepted()) {
            Exchange control = inOverlap.accepted() ? withNext : inOverlap;
            return new ProvesNothing(
                    "the control, a delivery signed with a secret in force, was not accepted: " + Words.of(control),
                    List.of(),
                    false);
        }
        return new Held(List.of());
    }
}
