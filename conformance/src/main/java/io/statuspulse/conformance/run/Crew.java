package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.verdict.Result.Sent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Runs scenarios, each in its turn. Thread-safe. */
final class Crew {
    /** What a scenario that wants to be alone takes of {@link #quiet}; the others take one. */
    private static final int ALL = Integer.MAX_VALUE;

    private final RunSettings settings;
    private final Health health;
    private final Sender sender;
    private final Lanes lanes;
    private final ExecutorService threads;
    private final Procedures procedures;
    private final Collection<Sent> everything = new ConcurrentLinkedQueue<>();

    /** Fair, so that a scenario that wants to be alone waits for those before it only. */
    private final Semaphore quiet = new Semaphore(ALL, true);

    Crew(
            RunSettings settings,
            Health health,
            Sender sender,
            Lanes lanes,
            ExecutorService threads,
            Procedures procedures) {
        this.settings = settings;
        this.health = health;
        this.sender = sender;
        this.lanes = lanes;
        this.threads = threads;
        this.procedures = procedures;
    }

    /** Everything that was sent to the endpoint so far. */
    Collection<Sent> everything() {
        return everything;
    }

    /** Runs one scenario in this thread. */
    Pending run(Scenario scenario) {
        takeTurn(scenario);
        return runInTurn(scenario);
    }

    /** Runs them side by side, and then those that want to be alone; begins no more once {@code stopped}. */
    void run(List<Scenario> scenarios, Course course, BooleanSupplier stopped) {
        List<Scenario> others =
                scenarios.stream().filter(scenario -> !scenario.has(Tag.ALONE)).toList();
        if (settings.jobs() == 1) {
            // Strictly in the order of the suite, as whoever asks for one at a time expects.
            others.stream().takeWhile(scenario -> !stopped.getAsBoolean()).forEach(scenario -> run(scenario, course));
        } else {
            waitingFirst(others).stream()
                    .takeWhile(scenario -> !stopped.getAsBoolean())
                    .map(scenario -> begin(scenario, course))
                    .toList()
                    .forEach(Crew::join);
        }
        scenarios.stream()
                .filter(scenario -> scenario.has(Tag.ALONE))
                .takeWhile(scenario -> !stopped.getAsBoolean())
                .forEach(scenario -> run(scenario, course));
    }

    /**
     * Puts those that wait before their neighbours of one area, so that less is waited for them in the end. No further
     * forward: broken HTTP, after which a receiver may do nothing more, comes late in the suite.
     */
    static List<Scenario> waitingFirst(List<Scenario> scenarios) {
        List<Scenario> ordered = new ArrayList<>();
        for (int from = 0, to; from < scenarios.size(); from = to) {
            to = from + 1;
            while (to < scenarios.size() && areNeighbours(scenarios.get(from), scenarios.get(to))) {
                to++;
            }
            List<Scenario> neighbours = scenarios.subList(from, to);
            neighbours.stream().filter(Crew::waits).forEach(ordered::add);
            neighbours.stream().filter(scenario -> !waits(scenario)).forEach(ordered::add);
        }
        return ordered;
    }

    private static boolean areNeighbours(Scenario one, Scenario other) {
        return one.area().equals(other.area()) && one.has(Tag.WIRE) == other.has(Tag.WIRE);
    }

    private static boolean waits(Scenario scenario) {
        return scenario.has(Tag.SLOW) || scenario.trials().stream().anyMatch(trial -> TrialRun.waits(scenario, trial));
    }

    private void run(Scenario scenario, Course course) {
        takeTurn(scenario);
        runInTurn(scenario, course);
    }

    /** Waits for a turn, so that scenarios begin in the order in which they are given, and not in that of their threads. */
    private Future<?> begin(Scenario scenario, Course course) {
        takeTurn(scenario);
        return threads.submit(() -> runInTurn(scenario, course));
    }

    private void runInTurn(Scenario scenario, Course course) {
        course.begun(scenario);
        course.finished(runInTurn(scenario));
    }

    private void takeTurn(Scenario scenario) {
        quiet.acquireUninterruptibly(quietOf(scenario));
        lanes.enter();
    }

    private static int quietOf(Scenario scenario) {
        return scenario.has(Tag.ALONE) ? ALL : 1;
    }

    private Pending runInTurn(Scenario scenario) {
        try {
            Courier courier = new Courier(settings, health, sender, lanes, threads, scenario);
            Pending pending = new ScenarioRun(settings, health, scenario, courier, procedures).run();
            if (!isWithoutTls(scenario)) {
                everything.addAll(pending.sent());
            }
            return pending;
        } finally {
            lanes.leave();
            quiet.release(quietOf(scenario));
        }
    }

    /** What answers plain HTTP on the port of TLS may well be another server, which redirects to https. */
    private static boolean isWithoutTls(Scenario scenario) {
        return scenario.trials().stream().anyMatch(TlsProcedure.PlainHttp.class::isInstance);
    }

    private static void join(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scenarios were running", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scenario could not be run: " + e.getCause(), e.getCause());
        }
    }
}
