package io.statuspulse.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.statuspulse.conformance.run.EffectProbe;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls that a receiver makes downstream, by the event that each names: an effect probe. One call counts once for
 * each event that it names, in however many places it names it.
 *
 * <p>A call is counted when WireMock is about to answer it, whether a stub matched it or not. One that is answered with a
 * 5xx or a fault is not: nothing came of it, and a receiver may rightly try again. What is counted stays counted, about 100
 * bytes for an event: WireMock's journal is not read, so that it may be disabled, bounded or reset. A call that WireMock
 * cannot answer, because an extension of yours throws, is not counted, and is not in the journal either.
 *
 * <p>Give it to a server that is still to be made, as an extension: {@code wireMockConfig().extensions(calls)}; or to one
 * that has been made, by {@link #watch}. {@link StatusPulseDownstream} is a server with one. Thread-safe.
 */
public final class DownstreamCalls implements ServeEventListener, EffectProbe {
    private static final int SERVER_ERROR = 500;

    /** Before every stub, as of two with one priority the newer goes first. */
    private static final int FIRST = 1;

    private final String name = "statuspulse-downstream-" + UUID.randomUUID();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Set<WireMockServer> watched = ConcurrentHashMap.newKeySet();
    private final Place place;
    private final Optional<RequestPattern> only;

    /** Whether there is a server at all whose calls are counted. */
    private volatile boolean counting;

    private DownstreamCalls(Place place, Optional<RequestPattern> only) {
        this.place = place;
        this.only = only;
    }

    /** Counts calls that name the event in their body, their path or query, or the value of any header. */
    public static DownstreamCalls anywhere() {
        return new DownstreamCalls(Place.ANYWHERE, Optional.empty());
    }

    /** Counts calls that name the event in their body. */
    public static DownstreamCalls byBody() {
        return new DownstreamCalls(Place.BODY, Optional.empty());
    }

    /** Counts calls that name the event in their path or query. */
    public static DownstreamCalls byPath() {
        return new DownstreamCalls(Place.PATH, Optional.empty());
    }

    /**
     * Counts calls that name the event in that header.
     *
     * @param name the header's name, e.g. {@code X-Event-Id}, in any case
     * @throws IllegalArgumentException if it is blank
     */
    public static DownstreamCalls byHeader(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("header: '" + name + "' is no header name; expected e.g. X-Event-Id");
        }
        return new DownstreamCalls(Place.header(name), Optional.empty());
    }

    /**
     * Returns a new counter of those calls only that match, e.g. {@code postRequestedFor(urlPathEqualTo("/tickets"))}: for a
     * receiver that also looks something up for an event, which is not an effect.
     *
     * @param calls what is counted; matchers of extensions, named by a text, never match here
     */
    public DownstreamCalls only(RequestPatternBuilder calls) {
        return new DownstreamCalls(place, Optional.of(calls.build()));
    }

    /**
     * Counts what comes to a server that has been made already, before any call comes to it. Not for one that has this
     * counter as an extension.
     *
     * @return this counter
     * @throws IllegalStateException if this counter counts that server's calls already: each would count twice
     */
    public DownstreamCalls watch(WireMockServer server) {
        boolean isExtension =
                server.getOptions().getDeclaredExtensions().getInstances().containsValue(this);
        if (isExtension || !watched.add(server)) {
            throw new IllegalStateException("effects: the calls to this WireMock server are counted already"
                    + (isExtension ? ", as this counter is one of its extensions" : "")
                    + "; counting them twice would double every effect");
        }
        counting = true;
        server.addMockServiceRequestListener(
                (request, response) -> note(request, response.getStatus(), response.getFault()));
        return this;
    }

    /**
     * Returns a stub that answers 500 to the next call that counts for that event, and to no other: for the scenario that
     * makes a receiver fail once (contract REQ-RETRY-1), e.g. {@code failures(id -> wireMock.stubFor(calls.failingOnce(id)))}.
     *
     * <p>It goes before other stubs, and works in the JVM of the server only.
     *
     * @throws IllegalArgumentException if the id is none of StatusPulse's
     */
    public MappingBuilder failingOnce(String eventId) {
        if (!EventIds.isOne(eventId)) {
            throw new IllegalArgumentException("failures: " + noId(eventId));
        }
        return requestMatching(request -> MatchResult.of(named(request).contains(eventId)))
                .atPriority(FIRST)
                .inScenario("statuspulse fails once on " + eventId + " " + UUID.randomUUID())
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("failed")
                .willReturn(serverError());
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnreadableEffectsException if the id is none of StatusPulse's, or if no server counts
     */
    @Override
    public int timesProcessed(String eventId) {
        if (!EventIds.isOne(eventId)) {
            throw new UnreadableEffectsException("effects: " + noId(eventId));
        }
        if (!counting) {
            throw new UnreadableEffectsException("effects: no WireMock server counts its calls here; expected"
                    + " wireMockConfig().extensions(calls), or calls.watch(server)");
        }
        return counts.getOrDefault(eventId, 0);
    }

    private void note(Request request, int status, @Nullable Fault fault) {
        if (status < SERVER_ERROR && fault == null) {
            named(request).forEach(eventId -> counts.merge(eventId, 1, Integer::sum));
        }
    }

    /** Returns the events that a call counts for. */
    private Set<String> named(Request request) {
        return only.isPresent() && !only.get().match(request).isExactMatch()
                ? Set.of()
                : place.texts(request)
                        .flatMap(text -> EventIds.in(text).stream())
                        .collect(Collectors.toSet());
    }

    private static String noId(String eventId) {
        return "'" + eventId + "' is no event id; expected evt_ with letters or digits after it";
    }

    /** For WireMock: a name of its own, so that a server may have several counters. */
    @Override
    public String getName() {
        return name;
    }

    /** For WireMock: the server that this is an extension of has been made. */
    @Override
    public void start() {
        counting = true;
    }

    /** For WireMock: a call is about to be answered. */
    @Override
    public void beforeResponseSent(ServeEvent serveEvent, Parameters parameters) {
        LoggedResponse response = serveEvent.getResponse();
        note(serveEvent.getRequest(), response.getStatus(), response.getFault());
    }
}
