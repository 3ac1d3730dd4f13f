package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.HTTP_2;
import static io.statuspulse.conformance.scenario.Requirement.SIG_2;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.may;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.SentEdit.AlterSignature;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.delivery.SentEdit.ManyHeaders;
import io.statuspulse.simulator.delivery.SentEdit.Order;
import io.statuspulse.simulator.delivery.SignatureAlteration;
import io.statuspulse.simulator.delivery.WireEdit.DecorateChunkSize;
import io.statuspulse.simulator.delivery.WireEdit.Drip;
import io.statuspulse.simulator.delivery.WireEdit.Ending;
import io.statuspulse.simulator.delivery.WireEdit.FoldSignature;
import io.statuspulse.simulator.delivery.WireEdit.HalfBody;
import io.statuspulse.simulator.delivery.WireEdit.LengthBesideChunked;
import io.statuspulse.simulator.delivery.WireEdit.Part;
import io.statuspulse.simulator.delivery.WireEdit.Pipelined;
import io.statuspulse.simulator.delivery.WireEdit.SecondContentLength;
import io.statuspulse.simulator.delivery.WireEdit.ShortContentLength;
import io.statuspulse.simulator.delivery.WireEdit.SpaceBeforeColon;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Broken and slow HTTP, and the receiver afterwards. Last of all: is it still there? */
final class HttpWireScenarios {
    /** Half a minute of budget for a whole run leaves twelve seconds for a request that drips. */
    private static final int DRIPS = 24;

    private static final Duration DRIP = Duration.ofMillis(500);

    private static final String SMUGGLING =
            "Where a proxy and the receiver part a request in different places, an attacker puts a second request into the"
                    + " first: past the proxy's checks, or in front of somebody else's delivery.";
    private static final String LENIENT =
            "What one server repairs another refuses: a signature that is only there after a repair was never checked by"
                    + " whoever stands in front.";
    private static final String TIED_UP =
            "One client that sends slowly, or not at all, must not keep everybody else waiting: it needs no secret for that.";

    private HttpWireScenarios() {}

    static List<Scenario> list() {
        return Stream.of(framing(), headers(), connections())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> framing() {
        return List.of(
                tiedUp(must("http/aborted-body", HTTP_2, "a connection dropped in mid-body has no effect"))
                        .survivesAll(Effects.NONE, Step.of(valid().but(new HalfBody(Ending.CLOSE)), Answer.NONE)),
                framing(must(
                                "http/content-length-short",
                                SIG_2,
                                "a Content-Length shorter than the body cuts the body: rejected"))
                        .refs("RFC 9112, 6.2")
                        .rejects(valid().but(new ShortContentLength(5))),
                framing(must(
                                "http/content-length-long",
                                HTTP_2,
                                "half of a signed body, then end of stream, has no effect"))
                        .refs("RFC 9112, 8")
                        .survivesAll(
                                Effects.NONE,
                                Step.of(valid().but(new HalfBody(Ending.END_OF_STREAM)), Answer.NOT_ACCEPTED)),
                framing(should(
                                "http/length-and-chunked",
                                HTTP_2,
                                "Content-Length with Transfer-Encoding is refused, or read as chunked and the connection closed"
                                        + " (RFC 9112 6.1)"))
                        .refs("RFC 9112, 6.1", "CWE-444")
                        .rejectsAll(Step.of(valid().but(new LengthBesideChunked()), Answer.REJECTED_OR_CLOSED)),
                framing(should("http/two-lengths", HTTP_2, "two different Content-Lengths are refused"))
                        .refs("RFC 9112, 6.3", "CWE-444")
                        .rejects(
                                valid().but(new SecondContentLength(5, Order.WRONG_FIRST)),
                                valid().but(new SecondContentLength(5, Order.RIGHT_FIRST))),
                must(
                                "http/connection-after-rejection",
                                HTTP_2,
                                "a valid delivery on the connection of a rejected one (a new one where the receiver closes it)"
                                        + " is accepted")
                        .why(
                                "A body that is not read after a rejection is taken for the next request on the connection.")
                        .mend(Mends.SERVER)
                        .acceptsAll(
                                Effects.ANY,
                                Step.of(
                                                valid().but(new AlterSignature(SignatureAlteration.EVERY_CHARACTER)),
                                                Answer.REJECTED)
                                        .asPrecondition(),
                                Step.accepted(valid()).onEvent(1).onSameConnection()),
                framing(should("http/bad-chunk-size", HTTP_2, "a malformed chunk size is refused"))
                        .refs("RFC 9112, 7.1", "CWE-444")
                        .rejects(
                                valid().but(new DecorateChunkSize("ZZ", "")),
                                valid().but(new DecorateChunkSize("0x", ""))));
    }

    private static List<Scenario> headers() {
        return List.of(
                lenient(should(
                                "http/folded-header",
                                HTTP_2,
                                "a signature folded in its middle over two lines is refused"))
                        .refs("RFC 9112, 5.2")
                        .rejects(valid().but(new FoldSignature())),
                lenient(must(
                                "http/space-before-colon",
                                HTTP_2,
                                "a signature header with a space before its colon is refused"))
                        .refs("RFC 9112, 5.1", "CWE-444")
                        .rejects(valid().but(new SpaceBeforeColon())),
                lenient(must("http/nul-in-header", HTTP_2, "a signature with a NUL in it is refused"))
                        .refs("RFC 9110, 5.5")
                        .rejects(valid().but(new AlterSignature(SignatureAlteration.NUL_INSIDE))),
                lenient(may(
                                "http/64-kib-headers",
                                HTTP_2,
                                "64 KiB of headers: refused or accepted, reported, never a 500"))
                        .refs("RFC 6585, 5")
                        .observes(valid().but(new ManyHeaders(64, 1000))),
                lenient(should("http/200-headers", HTTP_2, "200 extra headers are answered, not a 500"))
                        .survives(valid().but(new ManyHeaders(200, 8))),
                lenient(may("http/no-host", HTTP_2, "a request without Host is reported"))
                        .refs("RFC 9112, 3.2")
                        .observes(valid().but(new DropHeader(HeaderRole.HOST))));
    }

    private static List<Scenario> connections() {
        return List.of(
                tiedUp(should(
                                "http/slow-headers",
                                HTTP_2,
                                "others are served while a request's headers drip; whether it is cut off is reported"))
                        .tags(Tag.SLOW)
                        .expects(Expect.SURVIVE, drip(Part.HEAD)),
                tiedUp(should(
                                "http/slow-body",
                                HTTP_2,
                                "others are served while a request's body drips; whether it is cut off is reported"))
                        .tags(Tag.SLOW)
                        .expects(Expect.SURVIVE, drip(Part.BODY)),
                tiedUp(should(
                                "http/idle-connections",
                                HTTP_2,
                                "a delivery is accepted while 200 idle connections are open"))
                        .tags(Tag.ALONE)
                        .expects(Expect.ACCEPT, new Procedure.IdleConnections(200)),
                may("http/pipelined", HTTP_2, "two pipelined deliveries: reported")
                        .why("Few clients pipeline, but what stands behind a request in the buffer must not break it.")
                        .mend(Mends.SERVER)
                        .refs("RFC 9112, 9.3.2")
                        .tags(Tag.WIRE)
                        .observes(valid().but(new Pipelined())),
                must("http/alive-after", HTTP_2, "after everything above a valid delivery is accepted")
                        .why("Workers, connections and memory that a bad request leaves behind are missing later.")
                        .mend(Mends.SERVER)
                        .tags(Tag.ALONE)
                        .accepts(valid()));
    }

    private static Procedure drip(Part part) {
        return new Procedure.OthersWhile(valid().but(new Drip(part, DRIPS, DRIP)));
    }

    private static ScenarioBuilder framing(ScenarioBuilder scenario) {
        return scenario.why(SMUGGLING).mend(Mends.SERVER).tags(Tag.WIRE);
    }

    private static ScenarioBuilder lenient(ScenarioBuilder scenario) {
        return scenario.why(LENIENT).mend(Mends.SERVER).tags(Tag.WIRE);
    }

    private static ScenarioBuilder tiedUp(ScenarioBuilder scenario) {
        return scenario.why(TIED_UP).mend(Mends.WAITING).tags(Tag.WIRE);
    }
}
