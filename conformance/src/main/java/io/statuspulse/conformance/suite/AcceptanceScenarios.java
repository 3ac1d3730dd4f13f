package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.BodyEdit.EventTimeShift;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.DeliveryPlan.Base.GuideExample;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.ContentType;
import io.statuspulse.simulator.delivery.SentEdit.HeaderNames;
import io.statuspulse.simulator.delivery.SentEdit.LetterCase;
import io.statuspulse.simulator.delivery.SentEdit.PadHeaderValues;
import io.statuspulse.simulator.delivery.WireEdit.Chunked;
import io.statuspulse.simulator.delivery.WireEdit.ExpectContinue;
import io.statuspulse.simulator.delivery.WireEdit.SplitWrites;
import io.statuspulse.simulator.event.EventType;
import java.time.Duration;
import java.util.List;

/** What every receiver must take: the four event types, and HTTP in every shape that clients and proxies give it. */
final class AcceptanceScenarios {
    private static final String LOST =
            "A delivery that is rejected is retried for a while and then lost: nobody is paged.";
    private static final String PROXY =
            "Clients, gateways and HTTP/2 proxies spell and frame requests differently; a receiver that insists on one way"
                    + " loses every delivery the day that one of them changes.";

    private AcceptanceScenarios() {}

    static List<Scenario> list() {
        return List.of(
                type("acceptance/status-change", EventType.STATUS_CHANGE),
                type("acceptance/latency-spike", EventType.LATENCY_SPIKE),
                type("acceptance/maintenance-window", EventType.MAINTENANCE_WINDOW),
                type("acceptance/certificate-expiry", EventType.CERTIFICATE_EXPIRY),
                must(
                                "acceptance/guide-example",
                                Requirement.PAY_1,
                                "the guide's example body, byte for byte, freshly signed, is accepted")
                        .why(
                                "It is the one body that every integrator has seen; its line breaks are part of what is signed.")
                        .mend(Mends.RAW_BODY)
                        .accepts(DeliveryPlan.of(new GuideExample())),
                must("acceptance/null-error-code", Requirement.PAY_3, "an event whose error_code is null is accepted")
                        .why("A recovery has no error: rejecting it leaves an incident open for ever.")
                        .mend(Mends.VALIDATE)
                        .accepts(valid().with(new SetField("error_code", "null"))),
                must(
                                "acceptance/null-response-time",
                                Requirement.PAY_3,
                                "an event whose response_time_ms is null is accepted")
                        .why("A probe that got no answer has no response time: that is the outage itself.")
                        .mend(Mends.VALIDATE)
                        .accepts(valid().with(new SetField("response_time_ms", "null"))),
                must(
                                "acceptance/old-event-fresh-attempt",
                                Requirement.TIME_4,
                                "a day-old event in a fresh attempt is accepted")
                        .why(
                                "After a long outage of the receiver, retries carry old events with fresh headers; checking the"
                                        + " body's timestamp for freshness loses them all.")
                        .mend(Mends.DRIFT)
                        .accepts(valid().with(
                                        new EventTimeShift(Duration.ofDays(-1)), new SetField("retry_count", "9"))),
                must(
                                "acceptance/lower-case-header-names",
                                Requirement.HTTP_1,
                                "header names in lower case are accepted")
                        .why(PROXY)
                        .mend(Mends.PLAIN_HTTP)
                        .refs("RFC 9110, 5.1", "RFC 9113, 8.2")
                        .accepts(valid().with(new HeaderNames(LetterCase.LOWER))),
                must(
                                "acceptance/upper-case-header-names",
                                Requirement.HTTP_1,
                                "header names in upper case are accepted")
                        .why(PROXY)
                        .mend(Mends.PLAIN_HTTP)
                        .refs("RFC 9110, 5.1")
                        .accepts(valid().with(new HeaderNames(LetterCase.UPPER))),
                must(
                                "acceptance/extra-headers",
                                Requirement.HTTP_1,
                                "unknown request headers (traceparent, user-agent) are ignored")
                        .why("Tracing and gateways add headers on the way.")
                        .mend(Mends.PLAIN_HTTP)
                        .accepts(valid().with(
                                        new AddHeader(
                                                "traceparent",
                                                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                                        new AddHeader("X-Request-Id", "kit-request"),
                                        new AddHeader("X-Forwarded-For", "192.0.2.1"))),
                should("acceptance/header-whitespace", Requirement.SIG_2, "spaces around the header values are ignored")
                        .why("White space around a value is no part of it; proxies add and remove it.")
                        .mend(Mends.PLAIN_HTTP)
                        .refs("RFC 9110, 5.5")
                        .accepts(valid().with(new PadHeaderValues())),
                must(
                                "acceptance/charset-parameter",
                                Requirement.HTTP_1,
                                "content type application/json; charset=utf-8 is accepted")
                        .why("Many HTTP clients add the parameter; comparing the header as a string rejects it.")
                        .mend(Mends.PLAIN_HTTP)
                        .accepts(valid().with(new ContentType("application/json; charset=utf-8"))),
                should("acceptance/content-type-case", Requirement.HTTP_1, "content type Application/JSON is accepted")
                        .why("Media types are compared without regard to case.")
                        .mend(Mends.PLAIN_HTTP)
                        .refs("RFC 9110, 8.3.1")
                        .accepts(valid().with(new ContentType("Application/JSON"))),
                must("acceptance/chunked", Requirement.HTTP_1, "a body in chunked transfer coding is accepted")
                        .why(PROXY)
                        .mend(Mends.PLAIN_HTTP)
                        .refs("RFC 9112, 7.1")
                        .accepts(valid().with(new Chunked(97))),
                should("acceptance/one-byte-chunks", Requirement.HTTP_1, "a body in one-byte chunks is accepted")
                        .why("A receiver that takes the first read for the whole body verifies a part of it.")
                        .mend(Mends.PLAIN_HTTP)
                        .accepts(valid().with(new Chunked(1))),
                must(
                                "acceptance/split-writes",
                                Requirement.HTTP_1,
                                "a request that arrives in several TCP segments is accepted")
                        .why(
                                "Networks cut requests anywhere; a receiver that takes the first read for the whole body fails"
                                        + " now and then, and never on the developer's machine.")
                        .mend(Mends.PLAIN_HTTP)
                        .accepts(valid().with(new SplitWrites(5, Duration.ofMillis(10)))),
                must(
                                "acceptance/keep-alive",
                                Requirement.HTTP_1,
                                "a second delivery on the same connection (a new one where the receiver closes it) is accepted")
                        .why("Senders reuse connections; what one request leaves behind must not spoil the next.")
                        .mend(Mends.PLAIN_HTTP)
                        .acceptsAll(
                                Effects.ANY,
                                Step.accepted(valid()),
                                Step.accepted(valid()).onEvent(1).onSameConnection()),
                must("acceptance/connection-close", Requirement.HTTP_1, "a delivery with Connection: close is accepted")
                        .why(PROXY)
                        .mend(Mends.PLAIN_HTTP)
                        .accepts(valid().with(new AddHeader("Connection", "close"))),
                should(
                                "acceptance/expect-continue",
                                Requirement.HTTP_1,
                                "a delivery that waits for 100 Continue is accepted")
                        .why("Some clients ask before they send a body.")
                        .mend(Mends.PLAIN_HTTP)
                        .refs("RFC 9110, 10.1.1")
                        .accepts(valid().with(new ExpectContinue(Duration.ofSeconds(1)))),
                TlsScenarios.HTTP_2,
                must(
                                "acceptance/concurrent",
                                Requirement.HTTP_2,
                                "32 different deliveries at the same moment are all accepted")
                        .why("An outage of a region reports every check in it at once.")
                        .mend(Mends.ONCE)
                        .acceptsAll(
                                Effects.ANY, Step.accepted(valid()).copies(32).eachItsOwnEvent()));
    }

    private static Scenario type(String id, EventType type) {
        return must(id, Requirement.PAY_2, "a signed " + type.text() + " event is accepted")
                .why(LOST)
                .mend(Mends.SCHEME)
                .tags(Tag.QUICK)
                .accepts(valid(type));
    }
}
