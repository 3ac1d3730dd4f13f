package io.statuspulse.conformance.scenario;

import java.util.List;

/**
 * One way of trying a scenario; a scenario holds where all its trials do.
 *
 * @param steps what is sent, in order
 * @param effects what the receiver may do with the trial's events
 */
public record Trial(List<Step> steps, Effects effects) {

    /** How often each event of a trial may be processed. */
    public enum Effects {
        /** Not looked at. */
        ANY,
        /** Never. */
        NONE,
        /** Never, unless it was answered 2xx. */
        NONE_UNLESS_ACCEPTED,
        /** Exactly once. */
        ONCE
    }

    public Trial {
        steps = List.copyOf(steps);
    }
}
