package io.statuspulse.testcontainers;

import io.statuspulse.simulator.delivery.Printable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The end of what a container printed. Thread-safe. */
final class LogTail {
    static final int MOST_BYTES = 64 * 1024;

    private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final CountDownLatch ended = new CountDownLatch(1);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean cut;

    synchronized void add(byte[] more) {
        bytes.writeBytes(more);
        // Twice as much may gather, so that what is kept is not copied for every line.
        if (bytes.size() > 2 * MOST_BYTES) {
            keepEnd();
        }
    }

    private void keepEnd() {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        bytes.write(all, all.length - MOST_BYTES, MOST_BYTES);
        cut = true;
    }

    void end() {
        ended.countDown();
    }

    /** Waits until the container has nothing more to say, and not for ever. */
    void awaitEnd(Duration atMost) {
        try {
            if (!ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                return; // It never got as far as a log, or its log does not end: what there is has to do.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whole lines, as far as there are any, without colors and safe to print. */
    synchronized String text() {
        if (bytes.size() > MOST_BYTES) {
            keepEnd();
        }
        String all = bytes.toString(StandardCharsets.UTF_8);
        // Half of a line may begin with the second half of a secret, which nothing would recognize.
        String text = cut ? all.substring(all.indexOf('\n') + 1) : all;
        return COLOR.matcher(text)
                .replaceAll("")
                .lines()
                .map(line -> Printable.decoded(line.replace("\t", "    ")).stripTrailing())
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }
}
