package io.statuspulse.conformance.start;

import io.statuspulse.simulator.delivery.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A receiver that is a process of its own. Thread-safe. */
public final class ProcessReceiver implements RunningReceiver {
    /** For a connection to an address that does not even refuse. */
    static final Duration CONNECT = Duration.ofSeconds(1);

    private static final Duration POLL = Duration.ofMillis(20);

    /** Looking at all processes of the machine costs as much as many polls. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** How long its processes have to end by themselves before they are ended forcibly. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** For the rest of the output of what has ended; what goes on may hold it open for ever. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Process process;
    private final ProcessTree tree;
    private final URI url;
    private final String command;
    private final UnaryOperator<String> redaction;
    private final Tail output = new Tail();
    private final Thread reader;

    ProcessReceiver(Process process, Marker marker, URI url, String command, UnaryOperator<String> redaction) {
        this.process = process;
        this.tree = new ProcessTree(process.toHandle(), marker);
        this.url = url;
        this.command = command;
        this.redaction = redaction;
        this.reader = new Thread(this::read, "statuspulse-receiver-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Polls beside waiting for the end of the process, so that neither is noticed late. */
    void awaitReady(Port port, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        long lookAt = System.nanoTime();
        try {
            while (true) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                boolean taken = port.takesConnections(least(left, CONNECT));
                if (taken || System.nanoTime() - lookAt >= 0) {
                    tree.look();
                    lookAt = System.nanoTime() + LOOK.toNanos();
                }
                if (!process.isAlive()) {
                    throw ended(port);
                }
                if (taken) {
                    return;
                }
                if (System.nanoTime() - end >= 0) {
                    throw new ReceiverStartException(
                            "'" + command + "' took no connection at " + port + " within " + words(timeout), log());
                }
                process.waitFor(least(left, POLL).toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReceiverStartException("interrupted while '" + command + "' was starting", e);
        }
    }

    private ReceiverStartException ended(Port port) throws InterruptedException {
        reader.join(LAST_WORDS.toMillis());
        return new ReceiverStartException(
                "'" + command + "' ended with " + process.exitValue() + " before it took a connection at " + port,
                log());
    }

    @Override
    public URI url() {
        return url;
    }

    /** The command that it was started with, safe to print. */
    public String command() {
        return command;
    }

    /** What its process ended with; empty while that runs. A signal that ended it counts as 128 and its number. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /**
     * As {@link #exitCode()}, and waits for its end before, at most that long; where it ended, all that it printed is in the
     * log then. An interrupt ends the wait.
     */
    public OptionalInt exitCode(Duration atMost) {
        try {
            if (process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                reader.join(LAST_WORDS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return exitCode();
    }

    /** What it printed on both of its outputs, the last 64 KiB of it, in lines that are safe to print. */
    @Override
    public String log() {
        return redaction
                .apply(output.text())
                .lines()
                .map(line -> Printable.decoded(line.replace("\t", "    ")).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Ends its process and all that this started, those below first: asks, gives them 3 s, and then forces what is left.
     * On Linux that includes processes whose parents have ended; elsewhere only those that were seen before that.
     */
    @Override
    public void close() {
        tree.end(GRACE);
        boolean interrupted = Thread.interrupted();
        exitCode(LAST_WORDS); // The system may know of the end before this JVM does.
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ids of its processes that are there all the same after {@link #close}, such as those of another user. */
    public List<Long> left() {
        return tree.alive().stream().map(ProcessHandle::pid).toList();
    }

    private void read() {
        byte[] buffer = new byte[8 * 1024];
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                output.add(buffer, n);
            }
        } catch (IOException e) {
            // It was ended, and there is nothing more to come.
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
