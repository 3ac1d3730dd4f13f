package io.statuspulse.simulator.wire;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.simulator.delivery.Delivery;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/**
 * Whatever a receiver answers is a response or a failure in words, never an exception; and it is the same whether it
 * comes at once or byte by byte. The first byte chooses the method, and whether an interim answer is waited for.
 */
public final class AnswerFuzz {
    private static final String[] METHODS = {"POST", "HEAD", "CONNECT", "OPTIONS"};
    private static final Watchdog WATCHDOG = new Watchdog();
    private static final Duration LONG = Duration.ofHours(1);
    private static final int KEPT = 64 * 1024;

    private AnswerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        Outcome atOnce = outcome(input, input.length);
        Claim.same(wordless(atOnce), wordless(outcome(input, 1)), () -> "read at once, and byte by byte");
        check(atOnce);
    }

    /** Words may quote as much as has come. */
    private static List<?> wordless(Outcome outcome) {
        return List.of(outcome.response(), outcome.failure().map(Failure::kind), outcome.reusable(), outcome.silent());
    }

    private static void check(Outcome outcome) {
        outcome.failure().ifPresent(failure -> {
            Claim.oneAsciiLine(failure.words());
            Claim.that(failure.words().length() < 1000, () -> "too many words: " + failure.words());
            Claim.that(!outcome.reusable(), () -> "a connection that failed is used again");
            Claim.that(failure.kind() != Failure.Kind.ANSWER_TIMEOUT, () -> "what has ended is waited for");
        });
        Claim.that(outcome.failure().isPresent() || outcome.response().isPresent(), () -> "neither answer nor failure");
        outcome.response().ifPresent(response -> {
            Claim.that(response.status() >= 101 && response.status() <= 999, () -> "status " + response.status());
            Claim.that(response.body().size() <= KEPT, () -> response.body() + " are kept");
            Claim.that(
                    outcome.failure().isPresent()
                            || response.bodyTruncated() == response.body().size() >= KEPT,
                    () -> response.body() + " kept, truncated: " + response.bodyTruncated());
        });
    }

    private static Outcome outcome(byte[] input, int atMost) throws IOException {
        Delivery delivery = Deliveries.of(METHODS[input[0] & 3] + " / HTTP/1.1", List.of());
        try (OpenChannels channels = new OpenChannels()) {
            InputStream in = new Dribble(new ByteArrayInputStream(input, 1, input.length - 1), atMost);
            Wire wire = new Wire("127.0.0.1:80", channels.open(), new Deaf(in), channels);
            wire.in().newExchange();
            AnswerReader reader = new AnswerReader(wire, delivery, LONG, WATCHDOG);
            if ((input[0] & 4) != 0) {
                reader.finalHeadWithin(LONG);
            }
            return reader.read(true);
        } catch (ExchangeException e) {
            return Outcome.failed(e.failure(), false);
        }
    }

    /** A socket that nobody is at the other end of. */
    private static final class Deaf extends Socket {
        private final InputStream in;

        Deaf(InputStream in) {
            this.in = in;
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
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
