package io.statuspulse.conformance.run;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds claims against effects, after everything has had time to settle.
 *
 * <p>How long that takes is measured on a plain valid delivery: effects that come later than four times that, and later
 * than {@link #LEAST_SETTLING}, are not seen.
 */
final class EffectLedger {
    static final Duration LEAST_SETTLING = Duration.ofMillis(100);
    private static final Duration MOST_SETTLING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Optional<EffectProbe> probe;
    private final boolean seesBaseline;
    private final Duration settling;

    /**
     * Measures how long effects take to show.
     *
     * @param acceptedEventId an event that was accepted and must show; empty where none was
     */
    EffectLedger(Optional<EffectProbe> probe, Optional<String> acceptedEventId) {
        this.probe = probe;
        long start = System.nanoTime();
        this.seesBaseline = probe.isPresent()
                && acceptedEventId.isPresent()
                && waitForOne(probe.get(), acceptedEventId.get(), start + PATIENCE.toNanos()) > 0;
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
    int timesSettled(String eventId) {
        return waitForOne(probe.orElseThrow(), eventId, System.nanoTime() + settling.toNanos());
    }

    /** Settles all of them at once. */
    List<Pending> settle(List<Pending> pending) {
        boolean anythingToSee = pending.stream().anyMatch(p -> !p.claims().isEmpty());
        if (observes() && anythingToSee) {
            Pauses.pause(settling);
        }
        long end = System.nanoTime() + settling.toNanos();
        return pending.stream().map(p -> settle(p, end)).toList();
    }

    /** Waits for what is still to come until {@code end}: the same moment for all, however many there are. */
    private Pending settle(Pending pending, long end) {
        boolean decided = !(pending.verdict() instanceof Verdict.Passed)
                || pending.claims().isEmpty();
        if (decided) {
            return pending;
        }
        if (!observes()) {
            return notObserved(pending);
        }
        List<Fact> wrong = new ArrayList<>();
        try {
            for (Claim claim : pending.claims()) {
                int times = claim.times() == 0
                        ? read(probe.orElseThrow(), claim.eventId())
                        : waitForOne(probe.orElseThrow(), claim.eventId(), end);
                if (times != claim.times()) {
                    wrong.add(new Fact(
                            "effect",
                            claim.eventId() + " was processed " + times(times) + ", expected " + times(claim.times())));
                }
            }
        } catch (EffectProbe.UnreadableEffectsException e) {
            return pending.with(new Verdict.Inconclusive(
                    String.valueOf(e.getMessage()), pending.verdict().facts()));
        }
        return wrong.isEmpty() ? pending : pending.with(new Verdict.Failed(wrong, false));
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

    /** Waits until the event was processed at least once, at most until that moment, and returns how often it was. */
    private static int waitForOne(EffectProbe probe, String eventId, long end) {
        int times = read(probe, eventId);
        while (times == 0 && System.nanoTime() - end < 0) {
            Pauses.pause(PAUSE);
            times = read(probe, eventId);
        }
        return times;
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
