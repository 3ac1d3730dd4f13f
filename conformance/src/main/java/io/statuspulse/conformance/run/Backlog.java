package io.statuspulse.conformance.run;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Events that were accepted and do not show as processed. A receiver that queues its work may be seconds behind with it, so
 * they are waited for as long as they get fewer.
 */
final class Backlog {
    /** How long it is waited for though it gets less. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final EffectProbe probe;
    private final Set<String> missing;
    private final IntConsumer told;

    /**
     * Begins with all of them.
     *
     * @param told hears how many are left, each time that they were looked at
     */
    Backlog(EffectProbe probe, Collection<String> missing, IntConsumer told) {
        this.probe = probe;
        this.missing = new LinkedHashSet<>(missing);
        this.told = told;
    }

    /** Waits until that event shows; false where it does not, and no other has for {@code patience}. */
    boolean isWorkedOffUpTo(String eventId, Duration patience) {
        return waitUntil(() -> shows(eventId), patience);
    }

    /** Waits until all show, or none more has for {@code patience}. */
    void waitFor(Duration patience) {
        waitUntil(missing::isEmpty, patience);
    }

    private boolean waitUntil(BooleanSupplier done, Duration patience) {
        long start = System.nanoTime();
        long progress = start;
        while (!done.getAsBoolean()) {
            long round = System.nanoTime();
            boolean less = missing.removeIf(this::shows);
            told.accept(missing.size());
            if (less) {
                progress = System.nanoTime();
            }
            boolean given = round - progress < patience.toNanos() && round - start < LONGEST.toNanos();
            if (!given || Thread.currentThread().isInterrupted()) {
                return false;
            }
            // To ask takes time of the receiver's, which has work to do: it gets at least half of it.
            Pauses.pause(Duration.ofNanos(Math.max(PAUSE.toNanos(), System.nanoTime() - round)));
        }
        return true;
    }

    /** What keeps a probe from answering is told by those whose effects are judged. */
    private boolean shows(String eventId) {
        try {
            return probe.timesProcessed(eventId) > 0;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
