package io.statuspulse.conformance.start;

import io.statuspulse.conformance.command.Command;
import io.statuspulse.simulator.delivery.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A process that is talked to over its standard input and output. What it prints on standard error is kept meanwhile, so that
 * it never waits for somebody to read that. Thread-safe.
 */
public final class PipedProcess implements AutoCloseable {
    /** How long it has to end by itself before it is ended forcibly. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** For the rest of what it prints on standard error; what it started may hold that open for ever. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Process process;
    private final ProcessTree tree;
    private final Tail errors = new Tail();
    private final Thread reader;

    private PipedProcess(Process process, Marker marker) {
        this.process = process;
        this.tree = new ProcessTree(process.toHandle(), marker);
        this.reader = new Thread(this::read, "statuspulse-process-errors");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts the command in the working directory and with the environment of this process.
     *
     * @throws IOException if there is no such command, or it cannot be run; the message says which
     */
    public static PipedProcess start(Command command) throws IOException {
        Marker marker = Marker.unique();
        ProcessBuilder builder = new ProcessBuilder(command.words());
        marker.addTo(builder.environment());
        return new PipedProcess(builder.start(), marker);
    }

    /** What it reads. Not buffered. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** What it prints on standard output. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** What it printed on standard error, the last 64 KiB of it, in lines that are safe to print. */
    public String errors() {
        return errors.text()
                .lines()
                .map(line -> Printable.decoded(line.replace("\t", "    ")).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Waits for its end, at most that long; where it ended, all that it printed on standard error is in {@link #errors} then.
     *
     * @return what it ended with, 128 and the number where a signal ended it; empty while it runs
     */
    public OptionalInt exitCode(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            return OptionalInt.empty();
        }
        reader.join(LAST_WORDS.toMillis());
        return OptionalInt.of(process.exitValue());
    }

    /** Ends it and all that it started, those below first: asks, gives them 1 s, and then forces what is left. */
    @Override
    public void close() {
        tree.end(GRACE);
    }

    private void read() {
        byte[] buffer = new byte[8 * 1024];
        try (InputStream in = process.getErrorStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                errors.add(buffer, n);
            }
        } catch (IOException e) {
            // It was ended, and there is nothing more to come.
        }
    }
}
