package io.statuspulse.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import io.statuspulse.conformance.run.EffectProbe;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A WireMock server that stands for what a receiver calls downstream, read as an effect probe.
 *
 * <p>It listens on 127.0.0.1 at a free port and answers 200 to whatever none of your own stubs matches. It reads no mapping
 * files, and its journal keeps the last 1,000 calls; counting needs no journal. For a server of your own see {@link
 * DownstreamCalls}.
 */
public final class StatusPulseDownstream implements EffectProbe, AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int MOST_CALLS_KEPT = 1_000;

    /** After every stub that does not say otherwise. */
    private static final int LAST = 1_000_000;

    private final DownstreamCalls calls;
    private final WireMockServer server;

    private StatusPulseDownstream(DownstreamCalls calls) {
        this.calls = calls;
        this.server = new WireMockServer(wireMockConfig()
                .bindAddress(HOST)
                .dynamicPort()
                .withRootDirectory(nowhere())
                .maxRequestJournalEntries(MOST_CALLS_KEPT)
                .stubRequestLoggingDisabled(true)
                .extensions(calls, new OkByDefault()));
        server.start();
    }

    /** Starts one that counts calls which name the event anywhere. */
    public static StatusPulseDownstream start() {
        return start(DownstreamCalls.anywhere());
    }

    /**
     * Starts one that counts as that counter says; it listens when this returns.
     *
     * @param calls a counter for this server only
     */
    public static StatusPulseDownstream start(DownstreamCalls calls) {
        return new StatusPulseDownstream(calls);
    }

    /** A folder that is not there: the user's mapping files are for the user's own servers. */
    private static String nowhere() {
        return Path.of(System.getProperty("java.io.tmpdir"), "statuspulse-" + UUID.randomUUID())
                .toString();
    }

    /** Where the receiver's calls go: {@code http://127.0.0.1:} and the port, without a slash at its end. */
    public String url() {
        // WireMock's own baseUrl() writes the port in the digits of the machine's language.
        return "http://" + HOST + ":" + server.port();
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** The server itself: to stub answers, and to verify what was called. */
    public WireMockServer server() {
        return server;
    }

    @Override
    public int timesProcessed(String eventId) {
        return calls.timesProcessed(eventId);
    }

    /**
     * Answers 500 to the next call that counts for that event, and to no other: a failure hook, e.g. {@code
     * failures(downstream::failNext)}.
     *
     * @throws IllegalArgumentException if the id is none of StatusPulse's
     */
    public void failNext(String eventId) {
        server.stubFor(calls.failingOnce(eventId));
    }

    /** Stops listening; what was counted can still be read. */
    @Override
    public void close() {
        server.stop();
    }

    /** Loads the answer to what nothing else matches, again after each reset. */
    private static final class OkByDefault implements MappingsLoaderExtension {
        @Override
        public String getName() {
            return "statuspulse-ok-by-default";
        }

        @Override
        public void loadMappingsInto(StubMappings mappings) {
            mappings.addMapping(any(anyUrl()).atPriority(LAST).willReturn(ok()).build());
        }
    }
}
