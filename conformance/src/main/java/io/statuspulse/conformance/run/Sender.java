package io.statuspulse.conformance.run;

import io.statuspulse.simulator.delivery.Composer;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.event.Event;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.event.EventType;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Pace;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Composes and sends for one run, and obeys a receiver that asks for patience. */
final class Sender implements AutoCloseable {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int MOST_RETRIES = 3;

    private final Composer composer;
    private final Transport transport;
    private final Target target;
    private final RequestTarget requestTarget;
    private final Pace pace;
    private long quietUntil = System.nanoTime();

    /** How many answers came that did not ask for patience. */
    private int answered;

    /** Whether patience was of no use, and nothing but requests for more came since. */
    private boolean patienceSpent;

    Sender(RunSettings settings) {
        this.target = settings.target();
        this.pace = settings.pace();
        this.requestTarget = new RequestTarget(target.hostHeader(), target.path());
        this.transport = settings.access().transport(settings);
        this.composer = new Composer(
                settings.scheme(),
                settings.secrets(),
                settings.clock(),
                new EventGenerator(settings.seed(), settings.clock().instant()),
                settings.headers());
    }

    /** Returns the event of a delivery, if it was accepted. */
    static Optional<String> acceptedEvent(Exchange exchange) {
        return exchange.accepted() ? Optional.of(exchange.delivery().eventId()) : Optional.empty();
    }

    EventKey event(DeliveryPlan plan, String label, int number) {
        EventKey key = composer.event(plan, label, number);
        return new EventKey(
                key.label(),
                key.number(),
                withError(key.event()),
                () -> withError(key.other().get()));
    }

    /**
     * Turns a recovery into the outage before it, so that every plain delivery has an error code: a receiver that wants
     * one fails the scenarios about that, and not a random third of the suite.
     */
    private static Event withError(Event event) {
        boolean recovery =
                event.type() == EventType.STATUS_CHANGE && event.errorCode().isEmpty();
        return !recovery
                ? event
                : new Event(
                        event.eventId(),
                        event.timestamp(),
                        event.type(),
                        event.checkId(),
                        event.endpoint(),
                        /* previousStatus= */ event.currentStatus(),
                        /* currentStatus= */ event.previousStatus(),
                        event.responseTimeMs(),
                        event.region(),
                        Optional.of(SERVICE_UNAVAILABLE),
                        event.retryCount());
    }

    Delivery compose(DeliveryPlan plan, EventKey event) {
        return composer.compose(plan, event, requestTarget);
    }

    /** Sends on a connection of its own. */
    Exchange send(DeliveryPlan plan, EventKey event) {
        return patiently(plan, event, delivery -> transport.send(target, delivery));
    }

    /** Sends on that connection. */
    Exchange send(DeliveryPlan plan, EventKey event, Transport.Connection connection) {
        return patiently(plan, event, connection::send);
    }

    /** Sends the same bytes again, on a connection of its own. */
    Exchange sendAgain(Delivery delivery) {
        awaitQuiet();
        return transport.send(target, delivery);
    }

    Transport.Connection open() {
        return transport.open(target);
    }

    /**
     * Sends in that way, and again where the receiver asks for patience. Once it went on to ask for it through all that
     * it was given, it gets no more until it answers something else: a receiver that limits for ever costs one waiting,
     * and not one for each delivery.
     */
    Exchange patiently(DeliveryPlan plan, EventKey event, Function<Delivery, Exchange> how) {
        int answeredBefore = answered();
        Exchange exchange = attempt(plan, event, how);
        for (int retry = 0; isLimited(exchange) && retry < MOST_RETRIES && !isPatienceSpent(); retry++) {
            beQuietFor(pace.of(RetryAfter.of(exchange)));
            exchange = attempt(plan, event, how);
        }
        if (isLimited(exchange)) {
            waitedInVain(answeredBefore);
        }
        return exchange;
    }

    /** Composes anew each time, so that a delivery that had to wait is still fresh. */
    private Exchange attempt(DeliveryPlan plan, EventKey event, Function<Delivery, Exchange> how) {
        awaitQuiet();
        Exchange exchange = how.apply(compose(plan, event));
        if (exchange.response().isPresent() && !isLimited(exchange)) {
            answeredOtherwise();
        }
        return exchange;
    }

    private static boolean isLimited(Exchange exchange) {
        return exchange.status() == TOO_MANY_REQUESTS;
    }

    private synchronized void answeredOtherwise() {
        answered++;
        patienceSpent = false;
    }

    private synchronized int answered() {
        return answered;
    }

    private synchronized boolean isPatienceSpent() {
        return patienceSpent;
    }

    /** Where others were answered meanwhile, the limit is one that lets some through. */
    private synchronized void waitedInVain(int answeredBefore) {
        patienceSpent = answered == answeredBefore;
    }

    private void awaitQuiet() {
        long left = nanosUntilQuiet();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = nanosUntilQuiet();
        }
    }

    private synchronized void beQuietFor(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        quietUntil = until - quietUntil > 0 ? until : quietUntil;
    }

    private synchronized long nanosUntilQuiet() {
        return quietUntil - System.nanoTime();
    }

    @Override
    public void close() {
        transport.close();
    }
}
