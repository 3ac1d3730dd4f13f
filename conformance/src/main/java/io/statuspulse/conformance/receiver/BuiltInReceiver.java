package io.statuspulse.conformance.receiver;

import java.net.URI;
import java.util.Optional;

/**
 * A receiver to try things on: correct, or wrong in exactly one way.
 *
 * <p>HTTP/1.1 without TLS; deliveries go to {@code /webhook/statuspulse}, and {@code /effects/{event_id}} answers how
 * often an event was processed. What it has seen it remembers until it is closed, about 200 bytes an event. All methods
 * may be called from any thread.
 */
public final class BuiltInReceiver implements AutoCloseable {

    private final Setup setup;
    private final EventMemory memory;
    private final Server server;
    private final String base;

    private BuiltInReceiver(ReceiverSettings settings) {
        setup = new Setup(settings);
        Parts parts = settings.defect().map(d -> d.parts(setup)).orElseGet(() -> Parts.correct(setup));
        Flow flow = settings.defect().map(d -> d.flow(parts)).orElseGet(() -> new Flow(parts));
        memory = parts.memory();
        Exchanges exchanges = new Exchanges(parts.http(), flow, memory, settings.clock());
        server = Server.start(
                settings.host(), settings.port(), exchanges, parts.http().wantsRawHead());
        base = "http://" + settings.host() + ":" + server.port();
    }

    /**
     * Starts one; it listens when this returns.
     *
     * @throws java.io.UncheckedIOException if it cannot listen, for example because the port is taken; the message
     *     names address and port
     */
    public static BuiltInReceiver start(ReceiverSettings settings) {
        return new BuiltInReceiver(settings);
    }

    /** Where deliveries go. */
    public URI url() {
        return URI.create(base + HttpRules.PATH);
    }

    /** The port that it listens on, the one that was found if the settings said 0. */
    public int port() {
        return server.port();
    }

    /** How many times the event was processed; 0 for one never seen. */
    public int effects(String eventId) {
        return memory.effects(eventId);
    }

    /** The URL of an event's effects, with {@code {event_id}} where its id goes. */
    public String effectsTemplate() {
        return base + Exchanges.EFFECTS_PATH + "{event_id}";
    }

    /**
     * Puts other secrets in force at once, for deliveries that arrive from now on (REQ-ROT-1, REQ-ROT-2).
     *
     * @param current the secret from now on
     * @param previous the secret that is accepted besides; empty ends the overlap
     * @throws IllegalArgumentException if a secret is blank
     */
    public void rotate(String current, Optional<String> previous) {
        setup.rotate(current, previous);
    }

    /** Stops listening and closes every connection; closing again does nothing. */
    @Override
    public void close() {
        server.close();
    }
}
