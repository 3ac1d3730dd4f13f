package io.statuspulse.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in order where a signal ends the JVM: what is under way is stopped, and the JVM is kept until all is told and
 * written. The exit code is then the JVM's own, 130 after SIGINT and 143 after SIGTERM.
 */
final class Interruption implements AutoCloseable {
    /** What reports say of a run that was ended so. */
    static final String REASON = "interrupted";

    /** For what is left to do; a report can be on its way into a pipe that nobody reads. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "statuspulse-interruption");
    private Runnable stop = Thread.currentThread()::interrupt;
    private Runnable last = () -> {};
    private boolean happened;

    /** One that never happens. */
    static Interruption none() {
        return new Interruption();
    }

    /** Watches for the end of the JVM; until told otherwise it interrupts this thread then. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException e) {
            interruption.happened = true; // The JVM is ending already.
        }
        return interruption;
    }

    /** Says how to stop what runs from now on, and does so at once where it has happened. */
    synchronized void stopWith(Runnable way) {
        stop = way;
        if (happened) {
            Thread.interrupted(); // An interrupted thread can write no file.
            way.run();
        }
    }

    /** Says that what runs from now on is not to be stopped, and returns whether it has happened. */
    synchronized boolean over() {
        stopWith(() -> {});
        return happened;
    }

    /** Says what is to be done in any case, before the JVM ends. */
    synchronized void atLast(Runnable what) {
        last = what;
    }

    private void interrupt() {
        stopNow();
        try {
            if (!over.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                atLast().run();
            }
        } catch (InterruptedException e) {
            atLast().run();
        }
    }

    private synchronized void stopNow() {
        happened = true;
        stop.run();
    }

    private synchronized Runnable atLast() {
        return last;
    }

    /** Lets the JVM go. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is at work.
        }
    }
}
