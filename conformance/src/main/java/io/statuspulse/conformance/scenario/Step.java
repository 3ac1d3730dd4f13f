package io.statuspulse.conformance.scenario;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * One thing that a trial sends.
 *
 * @param plan what is sent
 * @param answer how it is to be answered
 * @param event which of the trial's events it carries: equal numbers are attempts of one event
 * @param copies how many are sent at the same moment
 * @param after how long to wait before it is sent
 * @param manners how else it is sent
 */
public record Step(DeliveryPlan plan, Answer answer, int event, int copies, Duration after, Set<Manner> manners) {

    /** How one delivery is to be answered. */
    public enum Answer {
        /** 2xx. */
        ACCEPTED,
        /** 2xx, or one of the statuses that count as a rejection in this scenario only. */
        ACCEPTED_OR_LISTED,
        /** A rejection status. */
        REJECTED,
        /** A rejection status, or 2xx with the connection closed afterwards (RFC 9112, 6.1). */
        REJECTED_OR_CLOSED,
        /** Anything but a 2xx or a 5xx. */
        NOT_ACCEPTED,
        /** 4xx, or 2xx. */
        REFUSED,
        /** Anything but a 5xx or no answer. */
        ANY,
        /** As {@link #ANY}, and the answer lets no other origin read it (the CORS protocol of the Fetch standard). */
        ANY_WITHOUT_CORS,
        /** Whatever comes, or nothing. */
        NONE
    }

    /** A way of sending. */
    public enum Manner {
        /** Each copy carries an event of its own. */
        DISTINCT_EVENTS,
        /** Over the connection of the step before, where that is still open. */
        SAME_CONNECTION,
        /** The bytes of the step before once more. */
        SAME_BYTES,
        /** Another answer makes the trial inconclusive instead of failed. */
        PRECONDITION
    }

    public Step {
        manners = Set.copyOf(manners);
    }

    /** A delivery of the trial's first event that is to be answered so. */
    public static Step of(DeliveryPlan plan, Answer answer) {
        return new Step(plan, answer, 0, 1, Duration.ZERO, Set.of());
    }

    public static Step accepted(DeliveryPlan plan) {
        return of(plan, Answer.ACCEPTED);
    }

    public boolean is(Manner manner) {
        return manners.contains(manner);
    }

    /** Sends the plan with another event of the trial. */
    public Step onEvent(int number) {
        return new Step(plan, answer, number, copies, after, manners);
    }

    /** Sends that many copies at the same moment. */
    public Step copies(int number) {
        return new Step(plan, answer, event, number, after, manners);
    }

    /** Waits that long before it is sent. */
    public Step after(Duration pause) {
        return new Step(plan, answer, event, copies, pause, manners);
    }

    /** Gives each copy an event of its own. */
    public Step eachItsOwnEvent() {
        return and(Manner.DISTINCT_EVENTS);
    }

    /** Sends over the connection of the step before. */
    public Step onSameConnection() {
        return and(Manner.SAME_CONNECTION);
    }

    /** Sends the bytes of the step before once more; its plan must be the same. */
    public Step sameBytes() {
        return and(Manner.SAME_BYTES);
    }

    /** Makes another answer a reason to be inconclusive. */
    public Step asPrecondition() {
        return and(Manner.PRECONDITION);
    }

    private Step and(Manner manner) {
        Set<Manner> more = EnumSet.of(manner);
        more.addAll(manners);
        return new Step(plan, answer, event, copies, after, more);
    }
}
