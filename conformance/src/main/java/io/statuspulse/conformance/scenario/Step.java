package io.statuspulse.conformance.scenario;

import io.statuspulse.simulator.delivery.DeliveryPlan;

/**
 * One thing that a trial sends.
 *
 * @param plan what is sent
 * @param answer how it is to be answered
 * @param event which of the trial's events it carries: equal numbers are attempts of one event
 * @param copies how many are sent at the same moment
 * @param distinct whether the copies carry events of their own
 * @param keepsConnection whether it goes over the connection of the step before, where that is still open
 * @param precondition whether another answer makes the trial inconclusive instead of failed
 */
public record Step(
        DeliveryPlan plan,
        Answer answer,
        int event,
        int copies,
        boolean distinct,
        boolean keepsConnection,
        boolean precondition) {

    /** How one delivery is to be answered. */
    public enum Answer {
        /** 2xx. */
        ACCEPTED,
        /** A rejection status. */
        REJECTED,
        /** 4xx, or 2xx. */
        REFUSED,
        /** Anything but a 5xx or no answer. */
        ANY,
        /** Whatever comes, or nothing. */
        NONE
    }

    /** A delivery of the trial's first event that is to be answered so. */
    public static Step of(DeliveryPlan plan, Answer answer) {
        return new Step(plan, answer, 0, 1, false, false, false);
    }

    public static Step accepted(DeliveryPlan plan) {
        return of(plan, Answer.ACCEPTED);
    }

    /** Sends the plan with another event of the trial. */
    public Step onEvent(int number) {
        return new Step(plan, answer, number, copies, distinct, keepsConnection, precondition);
    }

    /** Sends that many copies at the same moment. */
    public Step copies(int number) {
        return new Step(plan, answer, event, number, distinct, keepsConnection, precondition);
    }

    /** Gives each copy an event of its own. */
    public Step eachItsOwnEvent() {
        return new Step(plan, answer, event, copies, true, keepsConnection, precondition);
    }

    /** Sends over the connection of the step before. */
    public Step onSameConnection() {
        return new Step(plan, answer, event, copies, distinct, true, precondition);
    }

    /** Makes another answer a reason to be inconclusive. */
    public Step asPrecondition() {
        return new Step(plan, answer, event, copies, distinct, keepsConnection, true);
    }
}
