package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.jspecify.annotations.Nullable;

/** Reads the answer to one delivery: interim answers, the final head, its body. */
final class AnswerReader {
    static final int HEAD_LIMIT = 64 * 1024;
    private static final int HEADER_LINES = 1000;
    private static final int INTERIM_ANSWERS = 20;
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(HEAD_LIMIT)
            .setMaxHeaderCount(HEADER_LINES + 1) // httpcore refuses the line that reaches its bound
            .setMaxEmptyLineCount(HEAD_LIMIT) // before the status line: they count as the rest of the head does
            .build();

    private final Wire wire;
    private final Delivery delivery;
    private final Duration deadline;
    private final Watchdog watchdog;
    private final AnswerBody body;
    private @Nullable ClassicHttpResponse head;
    private int interim;

    AnswerReader(Wire wire, Delivery delivery, Duration deadline, Watchdog watchdog) {
        this.wire = wire;
        this.delivery = delivery;
        this.deadline = deadline;
        this.watchdog = watchdog;
        this.body = new AnswerBody(wire);
    }

    /**
     * Waits for an interim 100 answer.
     *
     * @return whether a final answer came instead; false after a 100 answer, and after that long without one
     */
    boolean finalHeadWithin(Duration atMost) throws ExchangeException {
        long begun = System.nanoTime();
        // The wait itself is no deadline; but of TLS, single bytes could drip in without an end.
        Watchdog.Watch watch = watchdog.watch(atMost.plus(deadline), wire::abort);
        try {
            while (true) {
                Duration left = atMost.minusNanos(System.nanoTime() - begun);
                if (left.isNegative() || left.isZero() || !wire.awaitByte(left)) {
                    return false;
                }
                ClassicHttpResponse next = nextHead();
                if (isFinal(next)) {
                    head = next;
                    return true;
                }
                if (next.getCode() == 100) {
                    return false;
                }
            }
        } catch (IOException | HttpException e) {
            throw new ExchangeException(blame().of(e, watch.stop()));
        } finally {
            watch.stop();
        }
    }

    /**
     * Reads the final answer to its end.
     *
     * @param another whether another request is to follow if it can: this one was sent to its end
     */
    Outcome read(boolean another) {
        Watchdog.Watch watch = watchdog.watch(deadline, wire::abort);
        ClassicHttpResponse answer = head;
        try {
            while (answer == null) {
                ClassicHttpResponse next = nextHead();
                answer = isFinal(next) ? next : null;
            }
            head = answer;
            if (AnswerFraming.hasBody(delivery, answer)) {
                body.read(answer);
            }
            if (watch.stop()) {
                throw new IOException();
            }
            boolean reusable = another && AnswerFraming.keepsOpen(delivery, answer);
            return new Outcome(Optional.of(response(answer, body.cut())), Optional.empty(), reusable, false);
        } catch (IOException | HttpException e) {
            Failure failure = blame().of(e, watch.stop());
            Optional<Response> partial = Optional.ofNullable(head).map(known -> response(known, true));
            return new Outcome(partial, Optional.of(failure), false, wire.in().count() == 0);
        } finally {
            watch.stop();
        }
    }

    private ClassicHttpResponse nextHead() throws IOException, HttpException {
        int buffered = wire.buffer().length();
        wire.in().newHead(buffered);
        wire.in().allow(HEAD_LIMIT - buffered, tooLarge());
        ClassicHttpResponse next = parse();
        // httpcore takes the connection's end for the end of the head.
        if (next == null || wire.in().ended()) {
            throw new IOException();
        }
        if (next.getVersion().getMajor() != 1 || next.getCode() < 100) {
            throw new HttpException("no status of HTTP/1");
        }
        if (!isFinal(next) && ++interim > INTERIM_ANSWERS) {
            throw new AnswerException(
                    Failure.Kind.MALFORMED_ANSWER,
                    wire.where() + " sent more than " + INTERIM_ANSWERS + " interim (1xx) answers");
        }
        return next;
    }

    private @Nullable ClassicHttpResponse parse() throws IOException, HttpException {
        try {
            return new DefaultHttpResponseParser(BOUNDS).parse(wire.buffer(), wire.in());
        } catch (IllegalArgumentException e) {
            throw new HttpException("no status of HTTP/1", e); // httpcore's word for the status 000
        }
    }

    /** Returns whether nothing follows that answer; 101 is final, though no more HTTP comes (RFC 9110, 15.2.2). */
    private static boolean isFinal(ClassicHttpResponse answer) {
        return answer.getCode() >= 200 || answer.getCode() == 101;
    }

    private String tooLarge() {
        return AnswerBlame.headTooLarge(wire.where(), HEADER_LINES);
    }

    private AnswerBlame blame() {
        return new AnswerBlame(wire, deadline, head != null, body, tooLarge());
    }

    private Response response(ClassicHttpResponse answer, boolean cut) {
        return new Response(
                answer.getCode(),
                answer.getReasonPhrase(),
                Stream.of(answer.getHeaders())
                        .map(header -> new HeaderLine(header.getName(), header.getValue()))
                        .toList(),
                body.kept(),
                cut);
    }
}
