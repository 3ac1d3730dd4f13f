package io.statuspulse.conformance.receiver;

import java.net.URI;
import java.util.Optional;

/**
 * A receiver to try things on: correct, or wrong in exactly one way.
 *
 * <p>HTTP/1.1 without TLS; deliveries go to {@code /webhook/statuspulse}. What it has seen it remembers until it is
 * closed, about 300 bytes an event. All methods may be called from any thread.
 *
 * <p>What the methods do can be done over HTTP, too, without any secret: it is a receiver for tests, and one for real
 * deliveries must have no such paths.
 *
 * <ul>
 *   <li>{@code GET /effects/{event_id}} answers 200 and {@code {"count":n}}
 *   <li>{@code GET /state/{check_id}} answers 200 and {@code {"status":"…"}}, or 404 if no event of the check was
 *       processed
 *   <li>{@code PUT /failures/{event_id}} answers 204; see {@link #failNext(String)}
 *   <li>{@code PUT /secrets} with {@code {"current":"…","previous":"…"}}, {@code previous} null or absent for none,
 *       answers 204, or 400 if they cannot be put in force; see {@link #rotate(String, Optional)}
 * </ul>
 */
public final class BuiltInReceiver implements AutoCloseable {

    private final Verification verification;
    private final EventMemory memory;
    private final Listening server;
    private final String base;

    private BuiltInReceiver(ReceiverSettings settings) {
        Setup setup = new Setup(settings);
        Parts parts = settings.defect().map(d -> d.parts(setup)).orElseGet(() -> Parts.correct(setup));
        Flow flow = settings.defect().map(d -> d.flow(parts)).orElseGet(() -> new Flow(parts));
        verification = parts.verification();
        memory = parts.memory();
        Dispatcher dispatcher = new Dispatcher(parts.http(), flow, new Control(verification, memory), settings.clock());
        server = settings.defect()
                .flatMap(Defect::leniency)
                .map(l -> lenient(settings, l, dispatcher))
                .orElseGet(() -> strict(settings, parts.http(), dispatcher));
        base = "http://" + settings.host() + ":" + server.port();
    }

    private static Listening lenient(ReceiverSettings settings, Leniency leniency, Dispatcher dispatcher) {
        return LenientServer.start(settings.host(), settings.port(), leniency, dispatcher);
    }

    private static Listening strict(ReceiverSettings settings, HttpRules rules, Dispatcher dispatcher) {
        return Server.start(settings.host(), settings.port(), new Exchanges(dispatcher), rules.wantsRawHead());
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
        return base + Control.EFFECTS + "{event_id}";
    }

    /**
     * The status of a check: the {@code current_status} of its newest event by the event's own timestamp, in whatever
     * order they arrived (REQ-IDEM-3).
     *
     * @return empty if no event of the check was processed
     */
    public Optional<String> state(String checkId) {
        return memory.state(checkId);
    }

    /** The URL of a check's status, with {@code {check_id}} where its id goes. */
    public String stateTemplate() {
        return base + Control.STATE + "{check_id}";
    }

    /**
     * Makes the next processing of an event break down: it is answered 503, has no effect and is not remembered, so
     * that the retry is processed (REQ-RETRY-1).
     *
     * <p>Does nothing if the event has been processed already, for then nothing is processed any more.
     */
    public void failNext(String eventId) {
        memory.failNext(eventId);
    }

    /** The URL to have an event's next processing fail by, with {@code {event_id}} where its id goes. */
    public String failuresTemplate() {
        return base + Control.FAILURES + "{event_id}";
    }

    /** The URL to rotate the secrets by. */
    public URI secretsUrl() {
        return URI.create(base + Control.SECRETS);
    }

    /**
     * Puts other secrets in force at once, for deliveries that arrive from now on (REQ-ROT-1, REQ-ROT-2).
     *
     * @param current the secret from now on
     * @param previous the secret that is accepted besides; empty ends the overlap
     * @throws IllegalArgumentException if a secret is blank
     */
    public void rotate(String current, Optional<String> previous) {
        verification.rotate(current, previous);
    }

    /** Stops listening and closes every connection; closing again does nothing. */
    @Override
    public void close() {
        server.close();
    }
}
