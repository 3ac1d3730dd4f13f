package io.statuspulse.conformance.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A process and all that it started, directly or not. Thread-safe.
 *
 * <p>The parent of a process whose own parent has ended is another one, so that it no longer is a descendant. Such a
 * process is found where it was one when the tree was looked at, and on Linux by its environment in any case.
 */
final class ProcessTree {
    private static final Duration FORCED = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(10);

    /** How often what began while others were being ended is looked for. */
    private static final int MOST_ROUNDS = 5;

    private final ProcessHandle root;
    private final Marker marker;

    /** Everything that was ever seen of the tree, the root first. */
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    private boolean ended;

    ProcessTree(ProcessHandle root, Marker marker) {
        this.root = root;
        this.marker = marker;
        seen.add(root);
    }

    /** Remembers the descendants as of now. */
    synchronized void look() {
        seen.addAll(root.descendants().toList());
    }

    /**
     * Ends all of it, those below first: asks, waits, and then forces what is left. Has no effect the second time, but
     * returns only when the first has.
     *
     * @param grace how long they have to end by themselves
     */
    synchronized void end(Duration grace) {
        if (ended) {
            return;
        }
        ended = true;
        boolean interrupted = Thread.interrupted(); // Whoever is interrupted wants this done all the more.
        try {
            lookEverywhere();
            alive().forEach(ProcessHandle::destroy);
            await(grace);
            lookEverywhere();
            for (int round = 0; round < MOST_ROUNDS && !alive().isEmpty(); round++) {
                alive().forEach(ProcessHandle::destroyForcibly);
                await(FORCED);
                lookEverywhere();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns what of it is still there, those below first. */
    synchronized List<ProcessHandle> alive() {
        return seen.stream()
                .filter(ProcessTree::isAlive)
                .sorted(Comparator.comparingInt(this::depth).reversed())
                .toList();
    }

    private void lookEverywhere() {
        List<ProcessHandle> known = List.copyOf(seen);
        known.forEach(process -> seen.addAll(process.descendants().toList()));
        seen.addAll(marker.bearers());
    }

    private void await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (seen.stream().anyMatch(ProcessTree::isAlive) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private int depth(ProcessHandle process) {
        int depth = 0;
        ProcessHandle at = process;
        while (!at.equals(root)) {
            ProcessHandle parent = at.parent().orElse(root);
            if (!seen.contains(parent)) {
                break;
            }
            at = parent;
            depth++;
        }
        return depth;
    }

    /** A process that has ended stays in the list until its parent asks for it, which some first processes never do. */
    private static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false; // No Linux, or it is gone.
        }
    }
}
