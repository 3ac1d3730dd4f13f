package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.IDEM_3;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.BodyEdit.EventTimeShift;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import java.time.Duration;
import java.util.List;

/** Order is not guaranteed: whatever comes is taken, and the newest decides. */
final class OrderingScenarios {
    private static final String LOST =
            "Retries and parallel senders turn the order around every day: a receiver that wants it loses what comes late,"
                    + " and its picture of an incident has holes.";
    private static final int BURST = 50;

    private OrderingScenarios() {}

    static List<Scenario> list() {
        return List.of(
                ordering(must("ordering/older-event-later", "an event older than the last one is accepted"))
                        .acceptsAll(
                                Effects.TAKEN,
                                Step.accepted(of("older_event")),
                                Step.accepted(of("older_event", new EventTimeShift(Duration.ofHours(-1))))
                                        .onEvent(1)),
                ordering(must(
                                "ordering/recovery-before-outage",
                                "a recovery that arrives before its outage is accepted"))
                        .acceptsAll(
                                Effects.TAKEN,
                                Step.accepted(of(
                                        "recovery_first",
                                        new SetField("previous_status", "\"major_outage\""),
                                        new SetField("current_status", "\"operational\""))),
                                Step.accepted(of(
                                                "recovery_first",
                                                new SetField("previous_status", "\"operational\""),
                                                new SetField("current_status", "\"major_outage\""),
                                                new EventTimeShift(Duration.ofMinutes(-5))))
                                        .onEvent(1)),
                ordering(should(
                                "ordering/burst-shuffled",
                                "a shuffled burst of 50 events is accepted and processed whole"))
                        .acceptsAll(
                                Effects.TAKEN,
                                // Each event happened at a moment of its own, in no order.
                                Step.accepted(of("burst")).copies(BURST).eachItsOwnEvent()),
                ordering(should(
                                "ordering/newest-state-wins",
                                "an older event that arrives later does not overwrite the newer state"))
                        .expects(Expect.ONCE, new Procedure.NewerStateFirst()));
    }

    private static ScenarioBuilder must(String id, String title) {
        return ScenarioBuilder.must(id, IDEM_3, title);
    }

    private static ScenarioBuilder should(String id, String title) {
        return ScenarioBuilder.should(id, IDEM_3, title);
    }

    private static ScenarioBuilder ordering(ScenarioBuilder scenario) {
        return scenario.why(LOST).mend(Mends.ORDER);
    }

    /** An event of a check of the scenario's own: order is a matter of one check. */
    private static DeliveryPlan of(String check, Edit... more) {
        return valid().with(new SetField("check_id", "\"chk_kit_" + check + '"'))
                .with(more);
    }
}
