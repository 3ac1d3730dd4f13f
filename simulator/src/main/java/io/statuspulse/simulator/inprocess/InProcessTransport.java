package io.statuspulse.simulator.inprocess;

import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.NotComposableException;
import io.statuspulse.simulator.delivery.WireEdit;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Failure.Kind;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.Timings;
import io.statuspulse.simulator.wire.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Calls a handler in this process for each delivery: what a server would make of it, less the server.
 *
 * <p>A delivery with a {@link WireEdit}, or with a transfer coding, is not carried but refused with a
 * {@link NotComposableException}: how bytes travel is not there to be changed. What the handler throws is a 500 with the exception's class in its body; an answer that
 * takes longer than the deadline is a failure, as it is over a socket, and its thread is interrupted. Target and
 * connections are of no matter. Safe for use by many threads.
 */
public final class InProcessTransport implements Transport {
    private final InProcessHandler handler;
    private final Duration deadline;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
    private volatile boolean closed;

    private InProcessTransport(InProcessHandler handler, Duration deadline, Clock clock) {
        this.handler = handler;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * Makes a transport.
     *
     * @param handler what is called, by a thread of the transport's
     * @param deadline how long it may take (contract REQ-HTTP-3)
     * @param clock dates the exchanges; deadline and timings do not depend on it
     */
    public static InProcessTransport to(InProcessHandler handler, Duration deadline, Clock clock) {
        return new InProcessTransport(handler, deadline, clock);
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "statuspulse-in-process-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Exchange send(Target target, Delivery delivery) {
        requireNothingOfTheWire(delivery);
        InProcessRequest request = InProcessRequest.of(delivery);
        Instant startedAt = clock.instant();
        long begun = System.nanoTime();
        Called called = call(request);
        Timings timings = new Timings(
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofNanos(System.nanoTime() - begun),
                Duration.ZERO);
        return new Exchange(
                delivery,
                called.answer().map(answer -> Answers.response(answer, request, delivery.redaction())),
                called.failure(),
                timings,
                startedAt);
    }

    private static void requireNothingOfTheWire(Delivery delivery) {
        boolean coded = delivery.headers().stream().anyMatch(line -> line.is("Transfer-Encoding"));
        if (coded || delivery.plan().edits().stream().anyMatch(WireEdit.class::isInstance)) {
            throw new NotComposableException("within a process no bytes travel: "
                    + delivery.plan().edits().stream().map(Edit::print).collect(Collectors.joining(", ")));
        }
    }

    /** What one call came to: an answer or a failure. */
    private record Called(Optional<InProcessResponse> answer, Optional<Failure> failure) {
        static Called answered(InProcessResponse answer) {
            return new Called(Optional.of(answer), Optional.empty());
        }

        static Called failed(Kind kind, String words) {
            return new Called(Optional.empty(), Optional.of(new Failure(kind, words)));
        }
    }

    private Called call(InProcessRequest request) {
        Future<InProcessResponse> running;
        try {
            running = threads.submit(() -> handler.handle(request));
        } catch (RejectedExecutionException e) {
            return notAwaited("the transport was closed");
        }
        try {
            InProcessResponse answer = running.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return Called.answered(answer == null ? Answers.nothing() : answer);
        } catch (ExecutionException e) {
            return closed
                    ? notAwaited("the transport was closed")
                    : Called.answered(Answers.thrown(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (TimeoutException e) {
            running.cancel(true);
            return Called.failed(Kind.ANSWER_TIMEOUT, "the call did not return within " + words(deadline));
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return notAwaited("interrupted");
        }
    }

    private static Called notAwaited(String why) {
        return Called.failed(Kind.NOT_AWAITED, why + " while the call was under way");
    }

    private static String words(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    @Override
    public Connection open(Target target) {
        return new Calls(target);
    }

    /** One call after the other: there is no connection that could be kept, or closed. */
    private final class Calls implements Connection {
        private final Target target;

        Calls(Target target) {
            this.target = target;
        }

        @Override
        public Exchange send(Delivery delivery) {
            return InProcessTransport.this.send(target, delivery);
        }

        @Override
        public Optional<Failure> connect() {
            throw noConnection();
        }

        @Override
        public boolean endedWithin(Duration atMost) {
            throw noConnection();
        }

        @Override
        public boolean reused() {
            return false;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }

        private NotComposableException noConnection() {
            return new NotComposableException("within a process there is no connection");
        }
    }

    /** Interrupts the calls that are under way. */
    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
