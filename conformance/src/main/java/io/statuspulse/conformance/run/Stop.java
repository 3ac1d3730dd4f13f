package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.Set;

/**
 * The early end of a run, and what it leaves of it.
 *
 * @param reason why
 * @param at when, as {@link System#nanoTime}
 * @param dead whether the receiver fell silent so shortly before that it may have been for the same reason
 * @param until the moment from which on what was seen is of no account
 */
record Stop(String reason, long at, boolean dead, long until) {
    /** Ctrl-C ends what runs in the same terminal, the receiver too, and which hears of it first is a matter of luck. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    /** What is judged by all answers of a run has not passed where some of them are missing. */
    private static final Set<Expect> BY_THE_WHOLE_RUN = Set.of(Expect.OBSERVE_LEAK, Expect.OBSERVE_STATUS);

    static Stop now(String reason, Health health) {
        long now = System.nanoTime();
        boolean together = health.dead().isPresent() && now - health.diedAt() < TOGETHER.toNanos();
        return new Stop(reason, now, together, together ? health.diedAt() : now);
    }

    /** What came of a scenario that it cut off. */
    Pending cutOff(Scenario scenario) {
        return Pending.cutOff(scenario, reason);
    }

    /** What came of one that had finished: it has not passed where its effects were still to be read. */
    Pending unsettled(Pending pending) {
        return pending.claims().isEmpty() ? pending : unlessFailed(pending);
    }

    /** What came of one that had been judged by the answers of the run, of which it had not had all. */
    Pending judgedByPart(Pending pending) {
        return BY_THE_WHOLE_RUN.contains(pending.scenario().expect()) ? unlessFailed(pending) : pending;
    }

    private Pending unlessFailed(Pending pending) {
        return pending.verdict() instanceof Verdict.Passed passed
                ? pending.with(new Verdict.Inconclusive(reason, passed.facts()))
                : pending;
    }
}
