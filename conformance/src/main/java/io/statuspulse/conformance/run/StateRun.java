package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.EffectLedger.Work;
import io.statuspulse.conformance.run.Hooks.StateProbe;
import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.CannotBeMade;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.simulator.delivery.BodyEdit.EventTimeShift;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Printable;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Two events of one check, the newer first. See {@link Procedure.NewerStateFirst}. */
final class StateRun {
    private static final String NEWER = "degraded";
    private static final String OLDER = "major_outage";

    private final RunSettings settings;
    private final Health health;
    private final EffectLedger ledger;
    private final Courier courier;

    StateRun(RunSettings settings, Health health, EffectLedger ledger, Courier courier) {
        this.settings = settings;
        this.health = health;
        this.ledger = ledger;
        this.courier = courier;
    }

    TrialOutcome run(List<Claim> claims) {
        Optional<StateProbe> probe = settings.hooks().states();
        if (probe.isEmpty()) {
            return new CannotBeMade("there is no probe for the state of a check (--state)");
        }
        try {
            return run(probe.get(), claims);
        } catch (EffectProbe.UnreadableEffectsException e) {
            return new ProvesNothing(String.valueOf(e.getMessage()), List.of(), true);
        }
    }

    private TrialOutcome run(StateProbe probe, List<Claim> claims) {
        EventKey first = courier.nextEvent(DeliveryPlan.valid());
        // A check of its own, which nothing else in this run or another one puts into a newer state.
        String check = "chk_kit_state_" + first.event().eventId().substring("evt_".length());
        Exchange newer = courier.send(event(check, OLDER, NEWER), first);
        if (!newer.accepted()) {
            return refused("the newer event got: ", newer);
        }
        if (isBehind(newer)) {
            return behind();
        }
        Pauses.pauseUntil(() -> read(probe, check).isPresent(), settings.effectsWithin());
        if (!read(probe, check).equals(Optional.of(NEWER))) {
            return new ProvesNothing(
                    "the state probe shows " + shown(read(probe, check)) + " for " + check
                            + " after an event that puts it into " + NEWER,
                    List.of(),
                    false);
        }
        DeliveryPlan plan = event(check, "operational", OLDER).with(new EventTimeShift(Duration.ofHours(-1)));
        Exchange older = courier.send(plan, courier.nextEvent(plan));
        if (!older.accepted()) {
            return refused("the older event got: ", older);
        }
        claims.add(new Claim(newer.delivery().eventId(), 1));
        claims.add(new Claim(older.delivery().eventId(), 1));
        if (isBehind(older)) {
            return behind();
        }
        Pauses.pauseUntil(() -> !read(probe, check).equals(Optional.of(NEWER)), health.processing());
        Optional<String> state = read(probe, check);
        return state.equals(Optional.of(NEWER))
                ? new Held(List.of())
                : new Broke(
                        List.of(new Fact("actual", check + " is in the state " + shown(state) + " of an hour ago")),
                        false,
                        Silence.NONE);
    }

    /** An event that is still in a queue has not changed any state yet; whether it is lost is another question. */
    private boolean isBehind(Exchange accepted) {
        return ledger.observes()
                && courier.aside(() -> ledger.workOn(accepted.delivery().eventId(), courier::sendLater)) == Work.BEHIND;
    }

    private static TrialOutcome behind() {
        return new ProvesNothing(
                "the receiver is behind with its work, so that the state that it shows is no answer", List.of(), false);
    }

    private static DeliveryPlan event(String check, String from, String to) {
        return DeliveryPlan.valid()
                .with(
                        new SetField("check_id", '"' + check + '"'),
                        new SetField("previous_status", '"' + from + '"'),
                        new SetField("current_status", '"' + to + '"'));
    }

    private static TrialOutcome refused(String which, Exchange exchange) {
        return TrialOutcome.limited(exchange)
                .orElseGet(() -> new Broke(
                        List.of(new Fact("actual", which + Words.of(exchange))), false, Health.silence(exchange)));
    }

    private static Optional<String> read(StateProbe probe, String check) {
        try {
            return probe.status(check);
        } catch (EffectProbe.UnreadableEffectsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EffectProbe.UnreadableEffectsException("state of " + check + ": the probe threw " + e, e);
        }
    }

    private static String shown(Optional<String> state) {
        return state.map(s -> "'" + Printable.decoded(s) + "'").orElse("nothing");
    }
}
