package io.statuspulse.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The receiver's end of one connection. */
final class Peer {
    private final Socket socket;
    private final Socket raw;
    private final CountDownLatch closing;

    /**
     * @param socket to be read and written
     * @param raw the socket below it, the same without TLS
     */
    Peer(Socket socket, Socket raw, CountDownLatch closing) {
        this.socket = socket;
        this.raw = raw;
        this.closing = closing;
    }

    /** Reads to the empty line after a head and returns the head, one char for each byte. */
    String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the request ended in its head");
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads a head and the body that its Content-Length announces; returns both. */
    String readRequest() throws IOException {
        String head = readHead();
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 16, lower.indexOf('\r', at)));
        return head + read(length);
    }

    String read(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** Reads until the transport closes its side. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends one byte at a time, until the text ends or the test does. */
    void drip(String text) throws IOException, InterruptedException {
        for (int i = 0; i < text.length() && !pause(20); i++) {
            send(text.substring(i, i + 1));
        }
    }

    /** Sends the text again and again, until the transport or the test has enough. */
    void sendForever(String text) throws IOException {
        while (closing.getCount() > 0) {
            send(text);
        }
    }

    /** Waits that long, and returns whether the test ended meanwhile. */
    boolean pause(long millis) throws InterruptedException {
        return closing.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Keeps the connection open, silently, until the test ends. */
    void hold() throws InterruptedException {
        closing.await();
    }

    /** Closes with a reset instead of in order. */
    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    void close() throws IOException {
        socket.close();
    }
}
