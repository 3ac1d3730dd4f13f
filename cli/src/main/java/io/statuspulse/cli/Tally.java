package io.statuspulse.cli;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How far a run is, as far as answers tell. Thread-safe, and nobody who tells it something has to wait. */
final class Tally {
    /** A scenario that takes longer is waited for. */
    private static final long LONG_SECONDS = 1;

    private static final List<Outcome> TOLD = List.of(Outcome.FAILED, Outcome.WARNED, Outcome.INCONCLUSIVE);

    private final Map<String, Area> areas = new LinkedHashMap<>();
    /** By the ids of scenarios. */
    private final Map<String, Long> running = new LinkedHashMap<>();

    private final int total;
    private final int widest;
    private int done;
    private int failed;
    private int effects;

    /** What has come of one area. */
    private static final class Area {
        private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        private int total;
        private int done;
        private boolean told;

        /** Whether it has something to tell: where a receiver falls silent, nothing was proved in area after area. */
        private boolean tells() {
            return done >= total && outcomes.getOrDefault(Outcome.INCONCLUSIVE, 0) < total;
        }
    }

    /** Begins with none of them done. */
    Tally(List<Scenario> scenarios) {
        scenarios.forEach(scenario -> areas.computeIfAbsent(scenario.area(), name -> new Area()).total++);
        total = scenarios.size();
        widest = areas.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * A scenario has begun.
     *
     * @param now as {@link System#nanoTime}
     */
    synchronized void begun(Scenario scenario, long now) {
        running.put(scenario.id(), now);
    }

    synchronized void finished(Result result) {
        running.remove(result.scenario().id());
        done++;
        failed += result.outcome() == Outcome.FAILED ? 1 : 0;
        Area area = areas.computeIfAbsent(result.scenario().area(), name -> new Area());
        area.done++;
        area.outcomes.merge(result.outcome(), 1, Integer::sum);
    }

    /** That many events were accepted and do not show as processed yet. */
    synchronized void awaitingEffects(int events) {
        effects = events;
    }

    int total() {
        return total;
    }

    /** Returns a line for each area that is through, proved something and was not told of before, in the order of the suite. */
    synchronized List<String> areasThrough() {
        List<String> lines = new ArrayList<>();
        areas.forEach((name, area) -> {
            if (area.tells() && !area.told) {
                area.told = true;
                lines.add(name + " ".repeat(Math.max(0, widest - name.length())) + "  " + counts(area));
            }
        });
        return lines;
    }

    private static String counts(Area area) {
        StringBuilder counts = new StringBuilder(area.done + " done");
        for (Outcome outcome : TOLD) {
            int count = area.outcomes.getOrDefault(outcome, 0);
            counts.append(count == 0 ? "" : ", " + count + " " + outcome.label());
        }
        return counts.toString();
    }

    /**
     * Returns e.g. {@code 184 of 257 scenarios, 3 failed; waiting for http/slow-body (12 s) and 2 more}.
     *
     * @param now as {@link System#nanoTime}
     */
    synchronized String line(long now) {
        return done + " of " + total + " scenarios" + (failed == 0 ? "" : ", " + failed + " failed") + "; "
                + doing(now);
    }

    private String doing(long now) {
        if (running.isEmpty()) {
            return nothingRuns();
        }
        String oldest = oldest();
        long seconds = seconds(oldest, now);
        if (seconds < LONG_SECONDS) {
            return oldest;
        }
        int others = running.size() - 1;
        return "waiting for " + oldest + " (" + seconds + " s)" + (others == 0 ? "" : " and " + others + " more");
    }

    /**
     * How far a run is.
     *
     * @param rest what is to be told beside it, e.g. {@code , 3 failed; http/slow-body 12 s +2}
     */
    record Brief(int done, String rest) {}

    /**
     * Returns what {@link #line} does in fewer columns; a longer id is cut.
     *
     * @param now as {@link System#nanoTime}
     * @param room the most that {@link Brief#rest} may take, in columns
     */
    synchronized Brief brief(long now, int room) {
        String before = (failed == 0 ? "" : ", " + failed + " failed") + "; ";
        return new Brief(done, before + doingBriefly(now, room - before.length()));
    }

    private String doingBriefly(long now, int room) {
        if (running.isEmpty()) {
            return nothingRuns();
        }
        String oldest = oldest();
        long seconds = seconds(oldest, now);
        int others = running.size() - 1;
        String waiting = seconds < LONG_SECONDS ? "" : " " + seconds + " s" + (others == 0 ? "" : " +" + others);
        return Progress.cut(oldest, room - waiting.length()) + waiting;
    }

    private String nothingRuns() {
        if (effects > 0) {
            return "waiting for " + effects + (effects == 1 ? " event" : " events") + " to be processed";
        }
        return done == 0 ? "waiting for the first answer" : "judging what came of them";
    }

    private String oldest() {
        return running.keySet().iterator().next();
    }

    private long seconds(String id, long now) {
        return TimeUnit.NANOSECONDS.toSeconds(now - running.getOrDefault(id, now));
    }
}
