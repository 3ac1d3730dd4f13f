package io.statuspulse.simulator;

import io.statuspulse.simulator.delivery.Composer;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.SocketTransport;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.Transport;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Sends deliveries to one endpoint, correct ones and deliberately wrong ones. Thread-safe.
 *
 * <pre>{@code
 * try (Simulator statusPulse = Simulator.to(endpoint).secret("whsec_…")) {
 *     Exchange good = statusPulse.send(valid());
 *     Exchange forged = statusPulse.send(valid().but(new SignWith(new Literal("guess"))));
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {
    private final SimulatorSettings settings;
    private final Composer composer;
    private final Transport transport;
    private final RequestTarget requestTarget;
    private final AtomicInteger events = new AtomicInteger();

    private Simulator(SimulatorSettings settings) {
        this.settings = settings;
        this.requestTarget = new RequestTarget(
                settings.target().hostHeader(), settings.target().path());
        this.transport = SocketTransport.create(settings.deadlines(), settings.tls());
        this.composer = new Composer(
                settings.scheme(),
                settings.secrets(),
                settings.clock(),
                new EventGenerator(settings.seed(), settings.clock().instant()),
                settings.headers());
    }

    /**
     * Begins a simulator for that endpoint.
     *
     * @throws IllegalArgumentException if the URI is no http or https endpoint; the message says what would be right
     */
    public static Unsigned to(URI endpoint) {
        return new Unsigned(new Target(endpoint));
    }

    /** As {@link #to(URI)}, from text. */
    public static Unsigned to(String endpoint) {
        return new Unsigned(Target.of(endpoint));
    }

    /** A simulator with these settings. */
    public static Simulator of(SimulatorSettings settings) {
        return new Simulator(settings);
    }

    /**
     * A simulator that lacks only its secret.
     *
     * @param target the endpoint
     */
    public record Unsigned(Target target) {

        /**
         * Returns a simulator with every other setting at its default.
         *
         * @throws IllegalArgumentException if the secret is empty or blank
         */
        public Simulator secret(String secret) {
            return secret(Secret.of(secret));
        }

        /** As {@link #secret(String)}. */
        public Simulator secret(Secret secret) {
            return new Simulator(SimulatorSettings.of(target, Secrets.of(secret)));
        }
    }

    /** Returns a new simulator with changed settings; this one stays as it is, and open. */
    public Simulator with(UnaryOperator<SimulatorSettings> change) {
        return new Simulator(change.apply(settings));
    }

    /** Makes the next event that this plan carries, to be sent more than once: as retries, or with other edits. */
    public EventKey event(DeliveryPlan plan) {
        return composer.event(plan, "simulator", events.getAndIncrement());
    }

    /** Returns the request as it would be sent now. */
    public Delivery compose(DeliveryPlan plan, EventKey event) {
        return composer.compose(plan, event, requestTarget);
    }

    /**
     * Sends a new event on a connection of its own and waits for the answer, at most as long as the deadlines allow. What
     * goes wrong on the way is in the exchange, never thrown.
     *
     * @throws io.statuspulse.simulator.delivery.NotComposableException if the plan needs a secret that is not set
     */
    public Exchange send(DeliveryPlan plan) {
        return send(plan, event(plan));
    }

    /** As {@link #send(DeliveryPlan)}, with an event that may have been sent before. */
    public Exchange send(DeliveryPlan plan, EventKey event) {
        return send(compose(plan, event));
    }

    /** Sends a request that was composed before: the same bytes again. */
    public Exchange send(Delivery delivery) {
        return transport.send(settings.target(), delivery);
    }

    /** Opens a connection on which deliveries are sent one after the other. */
    public Transport.Connection open() {
        return transport.open(settings.target());
    }

    @Override
    public void close() {
        transport.close();
    }
}
