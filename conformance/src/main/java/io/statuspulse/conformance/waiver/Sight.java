package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;

/** What a result shows of a failure that is known. */
enum Sight {
    /** It is still there, whatever the level makes of it. */
    FAILS,
    /** It is gone. */
    PASSES,
    /** Neither was seen: it was not judged or is not scored, or what it does beside what it answers was not seen. */
    UNCLEAR;

    static Sight of(Result result) {
        if (!result.isScored()) {
            return UNCLEAR;
        }
        if (result.verdict() instanceof Verdict.Failed) {
            return FAILS;
        }
        boolean passed = result.verdict() instanceof Verdict.Passed;
        boolean halfSeen =
                result.outcome() == Outcome.OBSERVED && result.scenario().expect() != Expect.OBSERVE;
        return passed && !halfSeen ? PASSES : UNCLEAR;
    }
}
