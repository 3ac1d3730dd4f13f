package io.statuspulse.testcontainers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds out whether anything listens at a mapped port.
 *
 * <p>That a connection is taken proves nothing: Docker's proxy takes all of them, and closes those for which nobody
 * listens in the container. So one has to stay open for a moment, with nothing sent.
 */
final class Listening {
    private static final int MOMENT_MILLIS = 250;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 50;

    private Listening() {}

    /**
     * Waits until something listens.
     *
     * @param worthWaiting asked after each try that failed
     * @return what the last try ended with; empty as soon as something listens
     */
    static Optional<String> await(String host, int port, Duration atMost, BooleanSupplier worthWaiting)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<String> refusal = refusal(host, port);
            if (refusal.isEmpty() || !worthWaiting.getAsBoolean() || System.nanoTime() - end >= 0) {
                return refusal;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Returns what a connection ended with; empty if it stays open. */
    static Optional<String> refusal(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return staysOpen(socket) ? Optional.empty() : Optional.of("the connection is taken, and closed at once");
        } catch (IOException e) {
            return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static boolean staysOpen(Socket socket) throws IOException {
        socket.setSoTimeout(MOMENT_MILLIS);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }
}
