package io.statuspulse.conformance.run;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Holds claims against effects, after everything has had time to settle.
 *
 * <p>A receiver that queues its work has done what was sent before once a plain valid delivery shows that was sent last. How
 * long effects take otherwise is measured on one that was sent first: what comes later than four times that after the last,
 * and later than {@link #LEAST_SETTLING}, is not seen.
 */
final class EffectLedger {
    static final Duration LEAST_SETTLING = Duration.ofMillis(100);
    private static final Duration MOST_SETTLING = Duration.ofSeconds(10);
    private static final Duration LONGEST_BEHIND = Duration.ofMinutes(1);

    private static final String BEHIND =
            "the receiver is behind with its work, or stopped doing it: a plain valid delivery"
                    + " that was sent last was accepted and does not show as processed (--effects-within gives it longer)";

    private final Optional<EffectProbe> probe;
    private final boolean seesBaseline;
    private final Duration patience;
    private final Duration settling;

    /**
     * Measures how long effects take to show.
     *
     * @param acceptedEventId an event that was accepted and must show; empty where none was
     * @param patience how long one is waited for though nothing else shows
     */
    EffectLedger(Optional<EffectProbe> probe, Optional<String> acceptedEventId, Duration patience) {
        this.probe = probe;
        this.patience = patience;
        long start = System.nanoTime();
        this.seesBaseline = probe.isPresent()
                && acceptedEventId.isPresent()
                && waitForOne(probe.get(), acceptedEventId.get(), patience) > 0;
        Duration shown = Duration.ofNanos(System.nanoTime() - start).multipliedBy(4);
        this.settling = shown.compareTo(LEAST_SETTLING) < 0
                ? LEAST_SETTLING
                : shown.compareTo(MOST_SETTLING) > 0 ? MOST_SETTLING : shown;
    }

    boolean observes() {
        return probe.isPresent() && seesBaseline;
    }

    /** Returns whether there is a probe that shows nothing even of a plainly accepted delivery. */
    boolean isBlind() {
        return probe.isPresent() && !seesBaseline;
    }

    /** Returns how often an event was processed once everything has had time to settle. */
    private int timesSettled(String eventId) {
        return waitForOne(probe.orElseThrow(), eventId, settling);
    }

    /** What became of an event that was accepted. */
    enum Work {
        DONE,
        LOST,
        /** It does not show, and neither does one that was accepted later. */
        BEHIND
    }

    /**
     * Waits until an event was processed, or one that was sent after it, as a queue may be seconds behind.
     *
     * @param later sends another, and returns its event if it was accepted; called only where the first does not show in time
     */
    Work workOn(String eventId, Supplier<Optional<String>> later) {
        return workOn(eventId, later, LONGEST_BEHIND);
    }

    Work workOn(String eventId, Supplier<Optional<String>> later, Duration atMost) {
        if (timesSettled(eventId) > 0) {
            return Work.DONE;
        }
        Optional<String> next = later.get();
        boolean behind = next.isPresent() && waitForOne(probe.orElseThrow(), next.get(), atMost) == 0;
        return timesSettled(eventId) > 0 ? Work.DONE : behind ? Work.BEHIND : Work.LOST;
    }

    /**
     * Settles all of them at once.
     *
     * @param last sends a plain valid delivery when all else was sent, and returns its event if it was accepted; called only
     *     where effects are to be held against claims
     * @param behind hears how many accepted events do not show yet, where that takes a while
     */
    List<Pending> settle(List<Pending> pending, Supplier<Optional<String>> last, IntConsumer behind) {
        List<Pending> undecided = pending.stream().filter(EffectLedger::isOpen).toList();
        if (undecided.isEmpty()) {
            return pending;
        }
        if (!observes()) {
            return pending.stream().map(p -> isOpen(p) ? notObserved(p) : p).toList();
        }
        List<Pending> judged = judgeSettled(pending, accepted(undecided), last, behind);
        behind.accept(0); // What is lost does not come.
        return judged;
    }

    private List<Pending> judgeSettled(
            List<Pending> pending, List<String> acceptedEvents, Supplier<Optional<String>> last, IntConsumer behind) {
        Backlog accepted = new Backlog(probe.orElseThrow(), acceptedEvents, behind);
        // Where no last delivery was accepted there is nothing to wait for but the time that effects take.
        boolean caughtUp = last.get()
                .map(event -> accepted.isWorkedOffUpTo(event, patience))
                .orElse(true);
        Pauses.pause(settling);
        Set<String> missing = new LinkedHashSet<>();
        List<Pending> judged = judge(pending, caughtUp, missing);
        if (missing.isEmpty()) {
            return judged;
        }
        // Work that is done out of turn may be left behind the last delivery.
        new Backlog(probe.orElseThrow(), missing, behind).waitFor(settling);
        return judge(pending, caughtUp, missing);
    }

    private static boolean isOpen(Pending pending) {
        return pending.verdict() instanceof Verdict.Passed && !pending.claims().isEmpty();
    }

    private static List<String> accepted(List<Pending> pending) {
        return pending.stream()
                .flatMap(p -> p.claims().stream())
                .filter(claim -> claim.times() > 0)
                .map(Claim::eventId)
                .toList();
    }

    /** Adds to {@code missing} what does not show, and must. */
    private List<Pending> judge(List<Pending> pending, boolean caughtUp, Set<String> missing) {
        return pending.stream()
                .map(p -> isOpen(p) ? judge(p, caughtUp, missing) : p)
                .toList();
    }

    private Pending judge(Pending pending, boolean caughtUp, Set<String> missing) {
        List<Fact> wrong = new ArrayList<>();
        try {
            for (Claim claim : pending.claims()) {
                int times = read(probe.orElseThrow(), claim.eventId());
                if (times == 0 && claim.times() > 0) {
                    missing.add(claim.eventId());
                }
                if (times > claim.times() || (caughtUp && times != claim.times())) {
                    wrong.add(new Fact(
                            "effect",
                            claim.eventId() + " was processed " + times(times) + ", expected " + times(claim.times())));
                }
            }
        } catch (EffectProbe.UnreadableEffectsException e) {
            return pending.with(new Verdict.Inconclusive(
                    String.valueOf(e.getMessage()), pending.verdict().facts()));
        }
        if (!wrong.isEmpty()) {
            return pending.with(new Verdict.Failed(wrong, false));
        }
        return caughtUp
                ? pending
                : pending.with(
                        new Verdict.Inconclusive(BEHIND, pending.verdict().facts()));
    }

    private Pending notObserved(Pending pending) {
        List<Fact> facts = new ArrayList<>(pending.verdict().facts());
        facts.add(new Fact(
                Fact.EFFECTS,
                isBlind()
                        ? "not observed: the probe shows nothing even of a plain valid delivery"
                        : "not observed: no effect probe"));
        return pending.with(new Verdict.Passed(facts));
    }

    private static String times(int times) {
        return switch (times) {
            case 0 -> "never";
            case 1 -> "once";
            case 2 -> "twice";
            default -> times + " times";
        };
    }

    /** Waits until the event was processed at least once, at most that long, and returns how often it was. */
    private static int waitForOne(EffectProbe probe, String eventId, Duration atMost) {
        AtomicInteger times = new AtomicInteger();
        Pauses.pauseUntil(
                () -> {
                    times.set(read(probe, eventId));
                    return times.get() > 0;
                },
                atMost);
        return times.get();
    }

    /** Reads one count; whatever a probe throws means that its effects cannot be read. */
    private static int read(EffectProbe probe, String eventId) {
        try {
            return probe.timesProcessed(eventId);
        } catch (EffectProbe.UnreadableEffectsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EffectProbe.UnreadableEffectsException("effects of " + eventId + ": the probe threw " + e, e);
        }
    }
}
