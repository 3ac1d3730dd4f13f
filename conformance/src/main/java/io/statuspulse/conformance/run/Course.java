package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a run has finished, and when. Tells the listener one at a time. Thread-safe. */
final class Course {
    private final RunListener listener;
    private final int total;
    private final Scoring scoring;
    /** By the ids of scenarios, whose own hash codes go through all their texts. */
    private final Map<String, Finish> finished = new HashMap<>();

    private int done;
    private boolean over;

    /**
     * The end of one scenario.
     *
     * @param at as {@link System#nanoTime}
     */
    private record Finish(Pending pending, long at) {}

    Course(RunListener listener, int total, Scoring scoring) {
        this.listener = listener;
        this.total = total;
        this.scoring = scoring;
    }

    /** Says that a scenario's turn has come, unless the run is over. */
    synchronized void begun(Scenario scenario) {
        if (!over) {
            listener.begun(scenario);
        }
    }

    /** Keeps what came of a scenario, unless the run is over. */
    synchronized void finished(Pending pending) {
        if (over) {
            return;
        }
        done++;
        finished.put(pending.scenario().id(), new Finish(pending, System.nanoTime()));
        listener.finished(scoring.weigh(pending), done, total);
    }

    /** Says how many accepted events do not show as processed yet, unless the run is over. */
    synchronized void awaitingEffects(int events) {
        if (!over) {
            listener.awaitingEffects(events);
        }
    }

    /** Returns what came of them all. */
    synchronized List<Pending> of(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> Optional.ofNullable(finished.get(scenario.id()))
                        .orElseThrow()
                        .pending())
                .toList();
    }

    /** Ends the run: what finishes from now on is of no account, and nobody hears of it. */
    synchronized void end() {
        over = true;
    }

    /** Returns what came of a scenario by that moment; empty where it had not finished. */
    synchronized Optional<Pending> by(long moment, Scenario scenario) {
        return Optional.ofNullable(finished.get(scenario.id()))
                .filter(finish -> finish.at() - moment <= 0)
                .map(Finish::pending);
    }
}
