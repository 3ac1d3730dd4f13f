package io.statuspulse.conformance.run;

import io.statuspulse.conformance.diagnosis.BodySearch;
import io.statuspulse.conformance.diagnosis.Diagnosis;
import io.statuspulse.conformance.diagnosis.Search;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A run against one receiver: it is greeted with a plain valid delivery when the session opens, then scenarios run
 * against it, all together or one by one. Thread-safe.
 */
public final class Session implements AutoCloseable {
    /** How long a first question of the effect probe is waited for, beyond the first delivery. */
    private static final Duration FIRST_QUESTION = Duration.ofMillis(500);

    private final RunSettings settings;
    private final Instant startedAt;
    private final long start = System.nanoTime();
    private final Sender sender;
    private final Tls tls;
    private final Lanes lanes;
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemon("scenario"));
    private final Health health;
    private final EffectLedger ledger;
    private final Crew crew;
    private final Findings findings;
    private final Scoring scoring;

    /** Looked for once, however often results are explained. */
    private Optional<Search.Result> searched = Optional.empty();

    /** How many deliveries were sent to see that all before them is done. */
    private final AtomicInteger lastOnes = new AtomicInteger();

    /** Completed when the run is to end early. */
    private final CompletableFuture<Stop> stop = new CompletableFuture<>();

    private Session(RunSettings settings) {
        this.settings = settings;
        this.startedAt = settings.clock().instant();
        this.sender = new Sender(settings);
        this.tls = new Tls(settings);
        this.lanes = new Lanes(settings.jobs());
        this.scoring = new Scoring(settings.strict(), settings.scoredAs());
        try {
            String neverSent =
                    sender.event(DeliveryPlan.valid(), "nothing", 0).event().eventId();
            // A first question takes longer than the others, and would be taken for the time that effects take to show.
            Future<?> asked =
                    threads.submit(() -> settings.effects().ifPresent(probe -> probe.timesProcessed(neverSent)));
            Exchange greeting = sender.send(DeliveryPlan.valid(), sender.event(DeliveryPlan.valid(), "greeting", 0));
            this.health = new Health(greeting);
            Pauses.pauseUntil(asked::isDone, FIRST_QUESTION);
            this.ledger =
                    new EffectLedger(settings.effects(), Sender.acceptedEvent(greeting), settings.effectsWithin());
            this.crew =
                    new Crew(settings, health, sender, lanes, threads, new Procedures(settings, health, ledger, tls));
            this.findings = new Findings(health, ledger, this::search);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends the first delivery. Blocks for at most the sum of the deadlines, and where effects are observed for half a second
     * more and as long as they may take to show.
     *
     * @throws EffectProbe.UnreadableEffectsException if there is an effect probe and it cannot be read
     */
    public static Session open(RunSettings settings) {
        return new Session(settings);
    }

    /**
     * Returns the report of a run that did not come to its first delivery: every scenario is inconclusive for that reason.
     *
     * @param profile the name of the selection
     * @param interrupted whether it was stopped; otherwise there is no receiver to run against
     */
    public static Report notRun(
            RunSettings settings, String profile, List<Scenario> scenarios, String reason, boolean interrupted) {
        Scoring scoring = new Scoring(settings.strict(), settings.scoredAs());
        return new Report(
                settings.target().toString(),
                settings.seed(),
                profile,
                settings.clock().instant(),
                Duration.ZERO,
                /* effectsObserved= */ false,
                interrupted ? Optional.empty() : Optional.of(reason),
                scenarios.stream()
                        .map(scenario -> scoring.weigh(Pending.cutOff(scenario, reason)))
                        .toList(),
                List.of(),
                interrupted ? Optional.of(reason) : Optional.empty());
    }

    /** Returns why no scenario can be run: nobody is there, or the receiver stopped answering; empty while it answers. */
    public Optional<String> unreachable() {
        return health.dead();
    }

    /** Returns whether effects are read, and show. */
    public boolean observesEffects() {
        return ledger.observes();
    }

    /**
     * Ends the run early; has no effect the second time. {@link #run(String, List, RunListener)} returns at once then: what had
     * finished counts, unless its effects were still to be read, and what had not is inconclusive for that reason.
     */
    public void stop(String reason) {
        stop.complete(Stop.now(reason, health));
    }

    /** Runs one scenario and waits for its effects to settle. */
    public Result run(Scenario scenario) {
        if (stop.isDone()) {
            return result(stop.join().cutOff(scenario));
        }
        Pending settled = ledger.settle(List.of(crew.run(scenario)), this::sendLast, left -> {})
                .get(0);
        return result(stop.isDone() ? stop.join().cutOff(scenario) : settled);
    }

    /**
     * Runs scenarios side by side and waits for the effects of all of them together. What is not scored runs when all else
     * has been judged, so that a receiver that does not survive it is not judged by that.
     *
     * @param profile the name of the selection, for the report
     */
    public Report run(String profile, List<Scenario> scenarios, RunListener listener) {
        Course course = new Course(listener, scenarios.size(), scoring);
        Map<String, Result> judged = new ConcurrentHashMap<>();
        // In a thread of its own, so that a stop takes effect at once, whatever is waited for.
        CompletableFuture<Report> whole =
                CompletableFuture.supplyAsync(() -> whole(profile, scenarios, course, judged), threads);
        try {
            await(CompletableFuture.anyOf(whole, stop));
        } catch (RuntimeException e) {
            if (!stop.isDone()) {
                throw e; // Otherwise it is the stop that the run did not come through.
            }
        } finally {
            course.end();
        }
        return stop.isDone() && (!whole.isDone() || whole.isCompletedExceptionally())
                ? partial(profile, scenarios, course, judged, stop.join())
                : whole.join();
    }

    private Report whole(String profile, List<Scenario> scenarios, Course course, Map<String, Result> judged) {
        judge(scenarios.stream().filter(scoring::scores).toList(), course, judged);
        Optional<String> unreachable = health.dead();
        judge(scenarios.stream().filter(s -> !scoring.scores(s)).toList(), course, judged);
        List<Result> results =
                scenarios.stream().map(scenario -> judged.get(scenario.id())).toList();
        return report(profile, results, findings.of(results), unreachable, Optional.empty());
    }

    private void judge(List<Scenario> scenarios, Course course, Map<String, Result> judged) {
        crew.run(scenarios, course, stop::isDone);
        if (stop.isDone()) {
            throw new CancellationException(stop.join().reason());
        }
        ledger.settle(course.of(scenarios), this::sendLast, course::awaitingEffects).stream()
                .map(this::result)
                .forEach(result -> judged.put(result.scenario().id(), result));
    }

    /** Sends a plain valid delivery, and returns its event if it was accepted. */
    private Optional<String> sendLast() {
        if (stop.isDone() || health.dead().isPresent()) {
            return Optional.empty();
        }
        DeliveryPlan plain = DeliveryPlan.valid();
        return Sender.acceptedEvent(sender.send(plain, sender.event(plain, "last", lastOnes.getAndIncrement())));
    }

    /** Nothing is sent for it any more, not even to find out why something failed. */
    private Report partial(
            String profile, List<Scenario> scenarios, Course course, Map<String, Result> judged, Stop ended) {
        List<Result> results = scenarios.stream()
                .map(scenario -> course.by(ended.until(), scenario)
                        .map(pending -> Optional.ofNullable(judged.get(scenario.id()))
                                .orElseGet(() -> result(ended.judgedByPart(settledBy(ended, pending)))))
                        .orElseGet(() -> result(ended.cutOff(scenario))))
                .toList();
        return report(
                profile,
                results,
                List.of(),
                ended.dead() ? Optional.empty() : health.dead(),
                Optional.of(ended.reason()));
    }

    /**
     * Reports results of this session, e.g. those of scenarios that were run one by one.
     *
     * @param profile the name of the selection
     * @param results in the order of the suite
     */
    public Report report(String profile, List<Result> results) {
        return report(profile, results, findings.of(results), health.dead(), Optional.empty());
    }

    private Pending settledBy(Stop ended, Pending pending) {
        return ledger.observes()
                ? ended.unsettled(pending)
                : ledger.settle(List.of(pending), Optional::empty, left -> {}).get(0);
    }

    private Report report(
            String profile,
            List<Result> results,
            List<Finding> found,
            Optional<String> unreachable,
            Optional<String> interrupted) {
        return new Report(
                settings.access().describe(settings.target()),
                settings.seed(),
                profile,
                startedAt,
                Duration.ofNanos(System.nanoTime() - start),
                ledger.observes(),
                unreachable,
                results,
                found,
                interrupted);
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

    private Result result(Pending pending) {
        return scoring.weigh(judgedByEverything(pending));
    }

    private Pending judgedByEverything(Pending pending) {
        return switch (pending.scenario().expect()) {
            case OBSERVE_LEAK -> pending.with(LeakCheck.judge(pending.verdict(), crew.everything()));
            case OBSERVE_STATUS ->
                pending.with(RedirectCheck.judge(pending.verdict(), crew.everything(), settings.target()));
            default -> pending;
        };
    }

    private static void await(CompletableFuture<?> one) {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scenarios were running", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("scenarios could not be run: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        lanes.close();
        tls.close();
        sender.close();
    }
}
