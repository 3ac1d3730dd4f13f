package io.statuspulse.conformance.run;

import io.statuspulse.conformance.diagnosis.BodySearch;
import io.statuspulse.conformance.diagnosis.Diagnosis;
import io.statuspulse.conformance.diagnosis.Search;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * A run against one receiver: it is greeted with a plain valid delivery when the session opens, then scenarios run
 * against it, all together or one by one. Thread-safe.
 */
public final class Session implements AutoCloseable {
    /** What a scenario that wants to be alone takes of {@link #quiet}; the others take one. */
    private static final int ALL = Integer.MAX_VALUE;

    private final RunSettings settings;
    private final Instant startedAt;
    private final long start = System.nanoTime();
    private final Sender sender;
    private final Tls tls;
    private final Lanes lanes;
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemon("scenario"));
    private final Health health;
    private final EffectLedger ledger;
    private final Procedures procedures;
    private final Findings findings;

    /** Looked for once, however often results are explained. */
    private Optional<Search.Result> searched = Optional.empty();

    private final Collection<Sent> everything = new ConcurrentLinkedQueue<>();

    /** Fair, so that a scenario that wants to be alone waits for those before it only. */
    private final Semaphore quiet = new Semaphore(ALL, true);

    private Session(RunSettings settings) {
        this.settings = settings;
        this.startedAt = settings.clock().instant();
        this.sender = new Sender(settings);
        this.tls = new Tls(settings);
        this.lanes = new Lanes(settings.jobs());
        try {
            Exchange greeting = sender.send(DeliveryPlan.valid(), sender.event(DeliveryPlan.valid(), "greeting", 0));
            this.health = new Health(greeting);
            this.ledger = new EffectLedger(
                    settings.effects(),
                    Optional.of(greeting)
                            .filter(Exchange::accepted)
                            .map(e -> e.delivery().eventId()));
            this.procedures = new Procedures(settings, health, ledger, tls);
            this.findings = new Findings(health, ledger, this::search);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends the first delivery. Blocks for at most the sum of the deadlines, and three seconds more where effects are
     * observed.
     *
     * @throws EffectProbe.UnreadableEffectsException if there is an effect probe and it cannot be read
     */
    public static Session open(RunSettings settings) {
        return new Session(settings);
    }

    /** Returns why no scenario can be run: nobody is there, or the receiver stopped answering; empty while it answers. */
    public Optional<String> unreachable() {
        return health.dead();
    }

    /** Returns whether effects are read, and show. */
    public boolean observesEffects() {
        return ledger.observes();
    }

    /** Runs one scenario and waits for its effects to settle. */
    public Result run(Scenario scenario) {
        return results(ledger.settle(List.of(runPending(scenario)))).get(0);
    }

    /**
     * Runs scenarios side by side and waits for the effects of all of them together.
     *
     * @param profile the name of the selection, for the report
     */
    public Report run(String profile, List<Scenario> scenarios, RunListener listener) {
        Progress progress = new Progress(listener, scenarios.size());
        Map<Scenario, Pending> finished = new HashMap<>();
        Stream<Scenario> others = scenarios.stream().filter(scenario -> !scenario.has(Tag.ALONE));
        if (settings.jobs() == 1) {
            // Strictly in the order of the suite, as whoever asks for one at a time expects.
            others.forEach(scenario -> add(runPending(scenario, progress), finished));
        } else {
            others.map(scenario -> begin(scenario, progress))
                    .toList()
                    .forEach(running -> add(result(running), finished));
        }
        scenarios.stream()
                .filter(scenario -> scenario.has(Tag.ALONE))
                .forEach(scenario -> add(runPending(scenario, progress), finished));
        List<Result> results =
                results(ledger.settle(scenarios.stream().map(finished::get).toList()));
        return new Report(
                settings.target().toString(),
                settings.seed(),
                profile,
                startedAt,
                Duration.ofNanos(System.nanoTime() - start),
                ledger.observes(),
                health.dead(),
                results,
                findings.of(results));
    }

    /**
     * Returns what is the matter with the receiver as a whole, and which of these results that explains. Where it refuses
     * what it must accept, up to 300 deliveries are sent to find out what it accepts instead, the first time only.
     */
    public List<Finding> findings(List<Result> results) {
        return findings.ofReceiver(results);
    }

    /**
     * Finds out how the receiver verifies: what it accepts where it refuses a correctly signed delivery, and what it does to
     * the body before the MAC where it refuses unusual bodies.
     */
    public Diagnosis diagnose() {
        Exchange plain = health.baseline();
        List<Finding> findings = new ArrayList<>(this.findings.ofReceiver(List.of()));
        if (plain.accepted()) {
            Diagnosis bodies = BodySearch.of(plain, attempts());
            findings.addAll(bodies.findings());
            return new Diagnosis(plain, findings, bodies.proofs(), 1 + bodies.deliveries());
        }
        return new Diagnosis(
                plain,
                findings,
                searched.flatMap(Search.Result::proof).stream().toList(),
                1 + searched.map(Search.Result::deliveries).orElse(0));
    }

    private Attempts attempts() {
        return new Attempts(sender, threads, settings.jobs());
    }

    private synchronized Search.Result search() {
        Search.Result result = searched.orElseGet(
                () -> Search.of(health.baseline(), health.skew().ahead(), attempts()));
        searched = Optional.of(result);
        return result;
    }

    private static void add(Pending pending, Map<Scenario, Pending> to) {
        to.put(pending.scenario(), pending);
    }

    private Pending runPending(Scenario scenario, Progress progress) {
        Pending pending = runPending(scenario);
        progress.finished(scenario);
        return pending;
    }

    /** Waits for a turn, so that scenarios begin in the order of the suite, and not in that of their threads. */
    private Future<Pending> begin(Scenario scenario, Progress progress) {
        takeTurn(scenario);
        return threads.submit(() -> {
            Pending pending = runInTurn(scenario);
            progress.finished(scenario);
            return pending;
        });
    }

    private Pending runPending(Scenario scenario) {
        takeTurn(scenario);
        return runInTurn(scenario);
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

    private List<Result> results(List<Pending> settled) {
        Scoring scoring = new Scoring(settings.strict(), settings.scoredAs());
        return settled.stream()
                .map(this::judgedByEverything)
                .map(scoring::weigh)
                .toList();
    }

    private Pending judgedByEverything(Pending pending) {
        return switch (pending.scenario().expect()) {
            case OBSERVE_LEAK -> pending.with(LeakCheck.judge(pending.verdict(), everything));
            case OBSERVE_STATUS -> pending.with(RedirectCheck.judge(pending.verdict(), everything, settings.target()));
            default -> pending;
        };
    }

    private static Pending result(Future<Pending> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scenarios were running", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scenario could not be run: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        lanes.close();
        tls.close();
        sender.close();
    }

    /** Counts, and calls the listener one at a time. */
    private static final class Progress {
        private final RunListener listener;
        private final int total;
        private int done;

        Progress(RunListener listener, int total) {
            this.listener = listener;
            this.total = total;
        }

        synchronized void finished(Scenario scenario) {
            done++;
            listener.finished(scenario, done, total);
        }
    }
}
