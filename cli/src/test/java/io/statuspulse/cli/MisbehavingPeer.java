package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The misbehaving end of one connection; a text is one byte for each char. */
final class MisbehavingPeer {
    private static final int DRIP_MILLIS = 100;
    private static final int TOLERANCE_SECONDS = 300;
    private static final int LARGEST_HEAD = 1024 * 1024;

    private final MisbehavingServer server;
    private final Socket socket;
    private long written;

    MisbehavingPeer(MisbehavingServer server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    MisbehavingServer server() {
        return server;
    }

    /** Reads to the empty line after a head and returns the head. */
    String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        int last = 0;
        while (last != 0x0d0a0d0a && head.size() < LARGEST_HEAD) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the request ended in its head");
            }
            head.write(b);
            last = last << 8 | b;
        }
        return head.toString(ISO_8859_1);
    }

    /** Reads one request and returns whether it is signed with the secret of {@link ReceiverFixture}, and fresh. */
    boolean readGenuine() throws IOException {
        String head = readHead();
        String length = header(head, "Content-Length");
        byte[] body = socket.getInputStream().readNBytes(length.matches("[0-9]{1,8}") ? Integer.parseInt(length) : 0);
        String timestamp = header(head, "X-StatusPulse-Timestamp");
        boolean fresh = timestamp.matches("[0-9]{10}")
                && Math.abs(Long.parseLong(timestamp) - Instant.now().getEpochSecond()) <= TOLERANCE_SECONDS;
        return fresh && header(head, "X-StatusPulse-Signature").equals(signature(timestamp, body));
    }

    private static String header(String head, String name) {
        Matcher line = Pattern.compile("(?im)^" + name + ": ([^\r\n]*)").matcher(head);
        return line.find() ? line.group(1) : "";
    }

    private static String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ReceiverFixture.SECRET.getBytes(ISO_8859_1), mac.getAlgorithm()));
            mac.update((timestamp + ".").getBytes(ISO_8859_1));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        socket.getOutputStream().write(bytes);
        written += bytes.length;
        server.written(written);
    }

    /** Sends an answer whole, and reads on until the kit has it: a reset would take it away. */
    void answer(String text) throws IOException {
        send(text);
        socket.shutdownOutput();
        socket.getInputStream().skip(Long.MAX_VALUE);
    }

    /** Sends the text again and again, until the kit has enough. */
    void sendForever(String text) throws IOException {
        while (server.closing().getCount() > 0) {
            send(text);
        }
    }

    /** Sends a byte at a time, until the kit or the test has enough, or the text ends. */
    void drip(String text) throws IOException, InterruptedException {
        for (int i = 0; i < text.length() && !server.closing().await(DRIP_MILLIS, TimeUnit.MILLISECONDS); i++) {
            send(text.substring(i, i + 1));
        }
    }

    /** Does nothing until the test ends. */
    void hold() throws InterruptedException {
        server.closing().await();
    }

    /** Closes with a reset instead of in order. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Takes what comes into as small a buffer as the system allows, and reads none of it. */
    void shutWindow() throws IOException {
        socket.setReceiveBufferSize(1);
    }
}
