package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.NOT_PROCESSED;
import static io.statuspulse.conformance.diagnosis.Symptom.OTHER;
import static io.statuspulse.conformance.diagnosis.Symptom.REJECTED;
import static io.statuspulse.conformance.diagnosis.Symptom.THREW;

import java.util.List;

/** What a receiver does with events that come in another order, or all at once. */
final class OrderingRules {
    private OrderingRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "fails-when-busy",
                                "The receiver fails on some of the deliveries that arrive at the same moment: it has too few"
                                        + " places for a burst.")
                        .any(THREW, "acceptance/concurrent")
                        .explains(THREW, "ordering/burst-shuffled", "idempotency/concurrent")
                        .mend(
                                "Take the delivery, store it and answer; do the work from a queue, and give the server more"
                                        + " threads than deliveries can come at once.",
                                "Take the delivery, store it and answer; do the work from a queue, and raise the pool that it"
                                        + " waits for.",
                                "Take the delivery, store it and answer; do the work from a channel with workers.",
                                "Take the delivery, store it and answer; do the work in a task queue, and raise the number of"
                                        + " workers or threads.")
                        .doubt("Whether the receiver or what stands before it refuses them."),
                finding(
                                "refuses-when-busy",
                                "The receiver refuses some of the deliveries that arrive at the same moment.")
                        .any(REJECTED, "acceptance/concurrent")
                        .held("one after the other they are taken", "acceptance/status-change")
                        .explains(REJECTED, "ordering/burst-shuffled")
                        .doubt("Whether it limits its rate or fails."),
                finding(
                                "older-events-dropped",
                                "The receiver answers 2xx to an event that is older than the last one of its check, and drops"
                                        + " it.")
                        .any(NOT_PROCESSED, "ordering/older-event-later")
                        .explains(NOT_PROCESSED, "ordering/recovery-before-outage", "ordering/newest-state-wins")
                        .doubt("From which difference on."),
                finding(
                                "recovery-needs-outage",
                                "The receiver refuses a recovery from an outage that it has not heard of.")
                        .any(REJECTED, "ordering/recovery-before-outage")
                        .held("other events may come in any order", "ordering/older-event-later"),
                finding(
                                "burst-events-lost",
                                "The receiver answers 2xx to the events of a burst and loses some of them.")
                        .any(NOT_PROCESSED, "ordering/burst-shuffled")
                        .doubt("Whether a queue overflows, or the work fails when it is done side by side."),
                finding(
                                "last-arrival-wins",
                                "The receiver takes the status of the event that arrived last for the state of its check: an"
                                        + " older event that comes late overwrites a newer state.")
                        .any(OTHER, "ordering/newest-state-wins"));
    }
}
