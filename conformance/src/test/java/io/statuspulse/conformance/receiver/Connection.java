package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A plain socket to a receiver, to send what no HTTP client would. */
final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    Connection(BuiltInReceiver receiver) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), receiver.port());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer; status 0 if the connection was closed without one. */
    record Answered(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String utf8() {
            return new String(body.getBytes(ISO_8859_1), UTF_8);
        }
    }

    static Answered send(BuiltInReceiver receiver, Delivery delivery) throws IOException {
        return send(receiver, delivery.bytes());
    }

    static Answered send(BuiltInReceiver receiver, byte[] bytes) throws IOException {
        try (Connection connection = new Connection(receiver)) {
            return connection.exchange(bytes);
        }
    }

    Answered exchange(Delivery delivery) throws IOException {
        return exchange(delivery.bytes());
    }

    Answered exchange(byte[] bytes) throws IOException {
        write(bytes);
        return read();
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    Answered read() throws IOException {
        Answered head = readHead();
        int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
        return new Answered(head.status(), head.headers(), new String(in.readNBytes(length), ISO_8859_1));
    }

    /** The head of an answer, which is all there is of one to HEAD. */
    Answered readHead() throws IOException {
        String status = line();
        if (status.isEmpty()) {
            return new Answered(0, Map.of(), "");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answered(Integer.parseInt(status.split(" ", -1)[1]), headers, "");
    }

    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
