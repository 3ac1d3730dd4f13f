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
import io.statuspulse.simulator.wire.SocketTransport;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Composes and sends for one run, and obeys a receiver that asks for patience. */
final class Sender implements AutoCloseable {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int MOST_RETRIES = 3;
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);

    private final Composer composer;
    private final Transport transport;
    private final Target target;
    private final RequestTarget requestTarget;
    private Instant quietUntil = Instant.EPOCH;

    Sender(RunSettings settings) {
        this.target = settings.target();
        this.requestTarget = new RequestTarget(target.hostHeader(), target.path());
        this.transport =
                SocketTransport.create(settings.deadlines(), settings.tls(), settings.clock(), settings.pace());
        this.composer = new Composer(
                settings.scheme(),
                settings.secrets(),
                settings.clock(),
                new EventGenerator(settings.seed(), settings.clock().instant()),
                settings.headers());
    }

    EventKey event(DeliveryPlan plan, String label, int number) {
        EventKey key = composer.event(plan, label, number);
        return new EventKey(key.label(), key.number(), withError(key.event()), withError(key.other()));
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

    /** Sends in that way, and again where the receiver asks for patience. */
    Exchange patiently(DeliveryPlan plan, EventKey event, Function<Delivery, Exchange> how) {
        Exchange exchange = attempt(plan, event, how);
        for (int retry = 0; exchange.status() == TOO_MANY_REQUESTS && retry < MOST_RETRIES; retry++) {
            beQuietUntil(Instant.now().plus(retryAfter(exchange)));
            exchange = attempt(plan, event, how);
        }
        return exchange;
    }

    /** Composes anew each time, so that a delivery that had to wait is still fresh. */
    private Exchange attempt(DeliveryPlan plan, EventKey event, Function<Delivery, Exchange> how) {
        awaitQuiet();
        return how.apply(compose(plan, event));
    }

    private void awaitQuiet() {
        Duration left = untilQuiet();
        while (!left.isNegative() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left.toNanos() + 1);
            left = untilQuiet();
        }
    }

    private synchronized void beQuietUntil(Instant moment) {
        quietUntil = moment.isAfter(quietUntil) ? moment : quietUntil;
    }

    private synchronized Duration untilQuiet() {
        return Duration.between(Instant.now(), quietUntil);
    }

    private static Duration retryAfter(Exchange exchange) {
        String header =
                exchange.response().flatMap(r -> r.header("Retry-After")).orElse("1");
        if (!header.matches("[0-9]{1,6}")) {
            return Duration.ofSeconds(1);
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header));
        return asked.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : asked;
    }

    @Override
    public void close() {
        transport.close();
    }
}
