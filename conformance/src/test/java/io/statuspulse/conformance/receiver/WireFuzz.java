package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.statuspulse.fuzz.Claim;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whatever comes in at the built-in receiver's own server is answered in order, never with 500, and the same whether it
 * comes at once or byte by byte. {@code SIGNATURE} in a request stands for the right one of the timestamp 1772337906 and
 * the last body.
 */
public final class WireFuzz {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_772_337_906), ZoneOffset.UTC);
    private static final Pattern ANSWER = Pattern.compile("\\GHTTP/1\\.1 (100 Continue\r\n\r\n|([1-5][0-9][0-9]) \r\n"
            + "(?:[A-Za-z-]+: [ -~]*\r\n)+\r\n(?:\\{[^\r\n]*\\})?)");
    private static final int MOST_ANSWERS = 100_000;

    private WireFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        byte[] requests = signed(input);
        String answers = answers(requests, requests.length);
        Claim.same(answers, answers(requests, 1), () -> "read at once, and byte by byte");
        Claim.that(answers.length() < MOST_ANSWERS, () -> "answers without an end");
        Matcher answer = ANSWER.matcher(answers);
        int end = 0;
        while (answer.find()) {
            String status = answer.group(2);
            Claim.that(status == null || !status.startsWith("5") || status.equals("501"), () -> "answered " + status);
            end = answer.end();
        }
        Claim.same(end, answers.length(), () -> "no whole answers: " + answers);
    }

    private static byte[] signed(byte[] input) {
        String text = new String(input, ISO_8859_1);
        if (!text.contains("SIGNATURE")) {
            return input;
        }
        int body = text.lastIndexOf("\r\n\r\n");
        byte[] last = text.substring(body < 0 ? 0 : body + 4).getBytes(ISO_8859_1);
        return text.replace("SIGNATURE", Signing.sign(Signing.SECRET, "1772337906", last))
                .getBytes(ISO_8859_1);
    }

    private static String answers(byte[] requests, int atMost) throws IOException {
        Setup setup = new Setup(ReceiverSettings.of(Signing.SECRET)
                .withPreviousSecret(Signing.PREVIOUS)
                .withClock(CLOCK));
        Parts parts = Parts.correct(setup);
        Control control = new Control(parts.verification(), parts.memory());
        Dispatcher dispatcher = new Dispatcher(parts.http(), new Flow(parts), control, CLOCK);
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        try (Socket socket = new Deaf(new Dribble(new ByteArrayInputStream(requests), atMost), answers)) {
            new WireConnection(socket, new Leniency(), dispatcher).serve();
        } catch (IOException e) {
            // As its server does: the other side has gone.
        }
        return answers.toString(UTF_8);
    }

    /** A socket whose other end sent all that it will send. */
    private static final class Deaf extends Socket {
        private final InputStream in;
        private final OutputStream out;

        Deaf(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return out;
        }

        @Override
        public void shutdownOutput() {
            // Nobody would notice.
        }
    }

    /** Gives so many bytes at a time. */
    private static final class Dribble extends FilterInputStream {
        private final int atMost;

        Dribble(InputStream in, int atMost) {
            super(in);
            this.atMost = atMost;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, atMost));
        }
    }
}
