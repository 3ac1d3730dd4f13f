package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Writes the segments of one delivery. Writing has one budget of time; pauses do not count against it. */
final class RequestWriter {
    /** How writing ended, where an answer is to be read now. */
    enum End {
        WHOLE,
        /** The final answer came before the request was whole, which ends the request. */
        ANSWERED,
        /** The receiver takes no more bytes, but may have answered. */
        BROKEN
    }

    /** Channels copy what they write into a buffer that the thread keeps, as large as the largest write. */
    private static final int SLICE = 64 * 1024;

    private final Wire wire;
    private final Delivery delivery;
    private final Duration deadline;
    private final Watchdog watchdog;
    private final Pace pace;
    private final AnswerReader reader;
    private final Sliced out;
    private Duration left;

    RequestWriter(Wire wire, Delivery delivery, Duration deadline, Watchdog watchdog, Pace pace, AnswerReader reader) {
        this.wire = wire;
        this.delivery = delivery;
        this.deadline = deadline;
        this.watchdog = watchdog;
        this.pace = pace;
        this.reader = reader;
        this.out = new Sliced(wire.out());
        this.left = deadline;
    }

    End write() throws ExchangeException {
        for (Segment segment : delivery.segments()) {
            if (segment instanceof Segment.Write write) {
                if (!wholly(write.content())) {
                    return End.BROKEN;
                }
            } else if (segment instanceof Segment.Repeat repeat) {
                for (int i = 0; i < repeat.times(); i++) {
                    if (!wholly(repeat.content())) {
                        return End.BROKEN;
                    }
                }
            } else if (segment instanceof Segment.Pause pause) {
                sleep(pace.of(pause.duration()));
            } else if (segment instanceof Segment.Linger linger) {
                if (reader.finalHeadWithin(pace.of(linger.duration()))) {
                    return End.ANSWERED;
                }
            } else if (segment instanceof Segment.EndOutput) {
                if (!wire.endOutput()) {
                    return End.BROKEN;
                }
            } else if (segment instanceof Segment.AwaitContinue await) {
                if (reader.finalHeadWithin(await.atMost())) {
                    return End.ANSWERED;
                }
            } else if (segment instanceof Segment.CloseUnanswered) {
                throw new ExchangeException(
                        Failure.Kind.NOT_AWAITED,
                        "the delivery closes the connection to " + wire.where() + " without waiting for an answer");
            }
        }
        return End.WHOLE;
    }

    /** Names the failure where writing broke off and no answer was there. */
    Failure brokenOff() {
        return new Failure(
                Failure.Kind.RESET,
                wire.where() + " reset the connection while the request was written (" + progress() + ")");
    }

    private boolean wholly(Bytes content) throws ExchangeException {
        long begun = System.nanoTime();
        Watchdog.Watch watch = watchdog.watch(left, wire::stopWriting);
        try {
            content.writeTo(out);
            out.flush();
            if (watch.stop()) {
                throw new IOException();
            }
            return true;
        } catch (IOException e) {
            boolean late = watch.stop();
            Failure halted = wire.channels().halted("writing to " + wire.where());
            if (halted != null) {
                throw new ExchangeException(halted);
            }
            if (late && !wire.answerWaits()) {
                throw new ExchangeException(
                        Failure.Kind.WRITE_TIMEOUT,
                        wire.where() + " did not take the request within " + Words.of(deadline) + " (" + progress()
                                + ")");
            }
            return false;
        } finally {
            watch.stop();
            left = left.minusNanos(System.nanoTime() - begun);
        }
    }

    private String progress() {
        long whole =
                delivery.segments().stream().mapToLong(RequestWriter::bytes).sum();
        return "about " + out.written + " of " + whole + " bytes were sent";
    }

    private static long bytes(Segment segment) {
        if (segment instanceof Segment.Write write) {
            return write.content().size();
        }
        return segment instanceof Segment.Repeat repeat
                ? (long) repeat.times() * repeat.content().size()
                : 0;
    }

    private void sleep(Duration pause) throws ExchangeException {
        try {
            Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Failure halted = wire.channels().halted("pausing in the request to " + wire.where());
        if (halted != null) {
            throw new ExchangeException(halted);
        }
    }

    private static final class Sliced extends OutputStream {
        private final OutputStream target;
        private long written;

        Sliced(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += SLICE) {
                int size = Math.min(SLICE, length - done);
                target.write(source, offset + done, size);
                written += size;
            }
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
