package io.statuspulse.conformance.run;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** Deliveries of one plan, one after the other, from a thread of their own, until it is ended. */
final class Stream {
    /** Between two deliveries, so that a hook that takes its time is not answered with thousands of them. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private final DeliveryPlan plan;
    private final Courier courier;
    private final List<Timed> sent = new ArrayList<>();
    private Future<?> thread = Courier.DONE;
    private volatile boolean ended;

    Stream(DeliveryPlan plan, Courier courier) {
        this.plan = plan;
        this.courier = courier;
    }

    /**
     * One delivery and when it was under way, by the clock of {@link System#nanoTime()}.
     *
     * @param begun before anything was sent
     * @param done after its answer had come
     */
    record Timed(Exchange exchange, long begun, long done) {

        boolean begunAfter(long moment) {
            return begun - moment >= 0;
        }

        boolean endedBefore(long moment) {
            return done - moment <= 0;
        }
    }

    void start() {
        thread = courier.beside(() -> {
            while (!ended && !Thread.currentThread().isInterrupted()) {
                long begun = System.nanoTime();
                Exchange exchange = courier.sendUnkept(plan);
                add(new Timed(exchange, begun, System.nanoTime()));
                Pauses.pause(BREATH);
            }
        });
    }

    private synchronized void add(Timed one) {
        sent.add(one);
        notifyAll();
    }

    /** Waits until that many were begun after that moment and are done; each takes at most the deadlines. */
    synchronized void awaitBegunAfter(long moment, int number) {
        while (sent.stream().filter(one -> one.begunAfter(moment)).count() < number && !thread.isDone()) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Ends it after the delivery that is under way. */
    void end() {
        ended = true;
        Courier.join(thread);
    }

    synchronized List<Timed> sent() {
        return List.copyOf(sent);
    }
}
