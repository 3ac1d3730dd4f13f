package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.EffectLedger.Work;
import io.statuspulse.conformance.run.Hooks.FailureHook;
import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.CannotBeMade;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import java.util.List;
import java.util.Optional;

/** An attempt that the receiver is made to fail, and its retry. See {@link Procedure.RetryAfterFailure}. */
final class FailureRun {
    private final RunSettings settings;
    private final EffectLedger ledger;
    private final Courier courier;

    FailureRun(RunSettings settings, EffectLedger ledger, Courier courier) {
        this.settings = settings;
        this.ledger = ledger;
        this.courier = courier;
    }

    TrialOutcome run(List<Claim> claims) {
        Optional<FailureHook> hook = settings.hooks().failures();
        if (hook.isEmpty()) {
            return new CannotBeMade("there is no hook that makes the receiver fail (--fail)");
        }
        DeliveryPlan plan = DeliveryPlan.valid();
        EventKey event = courier.nextEvent(plan);
        String eventId = event.event().eventId();
        try {
            hook.get().failNext(eventId);
        } catch (RuntimeException e) {
            return new ProvesNothing("the failure hook failed: " + e.getMessage(), List.of(), true);
        }
        Exchange failed = courier.send(plan, event);
        if (failed.accepted()) {
            try {
                return acknowledged(failed);
            } catch (EffectProbe.UnreadableEffectsException e) {
                return new ProvesNothing(String.valueOf(e.getMessage()), List.of(), true);
            }
        }
        Exchange retry = courier.send(plan.with(new SetField("retry_count", "1")), event);
        if (TrialOutcome.limited(retry).isPresent()) {
            return TrialOutcome.limited(retry).get();
        }
        if (!retry.accepted()) {
            return new Broke(
                    List.of(
                            new Fact("first attempt", Words.of(failed)),
                            new Fact("actual", "the retry got: " + Words.of(retry))),
                    false,
                    Health.silence(retry));
        }
        claims.add(new Claim(eventId, 1));
        return new Held(List.of());
    }

    /** It says that it took the event: either it did, and the hook does nothing, or the event is lost. */
    private TrialOutcome acknowledged(Exchange failed) {
        if (ledger.observes()) {
            String eventId = failed.delivery().eventId();
            Work work = courier.aside(() -> ledger.workOn(eventId, courier::sendLater));
            if (work == Work.LOST) {
                return lost(failed);
            }
            if (work == Work.BEHIND) {
                return new ProvesNothing(
                        "the receiver is behind with its work, so that it may not have come to the event that it was to fail",
                        List.of(),
                        false);
            }
        }
        return new ProvesNothing(
                "the receiver answered 2xx to the attempt that it was to fail: the failure hook did nothing, or the receiver"
                        + " acknowledges what it failed to process",
                List.of(),
                false);
    }

    private static Broke lost(Exchange failed) {
        return new Broke(
                List.of(
                        new Fact("actual", Words.of(failed)),
                        new Fact(
                                "effect",
                                failed.delivery().eventId() + " was never processed, and the provider retries no 2xx")),
                false,
                Silence.NONE);
    }
}
