package io.statuspulse.conformance.scenario;

import java.util.List;

/** One way of trying a scenario; a scenario holds where all its trials do. */
public sealed interface Trial permits Trial.Deliveries, Procedure {

    /** What is sent, in order; empty for a procedure, which decides as it goes. */
    default List<Step> steps() {
        return List.of();
    }

    /** What the receiver may do with the events that it gets. */
    default Effects effects() {
        return Effects.ANY;
    }

    /** How often each event of a trial may be processed. */
    enum Effects {
        /** Not looked at. */
        ANY,
        /** Never. */
        NONE,
        /** Never, unless it was answered 2xx. */
        NONE_UNLESS_ACCEPTED,
        /** Exactly once, which is what the scenario is about: it has not passed where only answers were seen. */
        ONCE,
        /** Exactly once where effects are observed; otherwise the answers are enough. */
        TAKEN
    }

    /**
     * Deliveries that are sent one after the other.
     *
     * @param steps what is sent, in order
     * @param effects what the receiver may do with the events
     */
    record Deliveries(List<Step> steps, Effects effects) implements Trial {
        public Deliveries {
            steps = List.copyOf(steps);
        }
    }
}
