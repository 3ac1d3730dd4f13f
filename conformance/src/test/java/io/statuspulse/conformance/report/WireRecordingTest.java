package io.statuspulse.conformance.report;

import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.RecordedExchange.Request;
import io.statuspulse.conformance.recorded.RecordedReports;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.MoveSignature;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import io.statuspulse.simulator.delivery.WireEdit.Chunked;
import io.statuspulse.simulator.delivery.WireEdit.Drip;
import io.statuspulse.simulator.delivery.WireEdit.Ending;
import io.statuspulse.simulator.delivery.WireEdit.ExpectContinue;
import io.statuspulse.simulator.delivery.WireEdit.FoldSignature;
import io.statuspulse.simulator.delivery.WireEdit.HalfBody;
import io.statuspulse.simulator.delivery.WireEdit.HugeBody;
import io.statuspulse.simulator.delivery.WireEdit.Part;
import io.statuspulse.simulator.delivery.WireEdit.Pipelined;
import io.statuspulse.simulator.delivery.WireEdit.SplitWrites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request went onto the wire, where its parts do not say so. */
class WireRecordingTest {
    private static Request written(DeliveryPlan plan) throws IOException {
        Delivery delivery = Exchanges.delivery(plan, "wire");
        byte[] json = Written.json(Reports.of(List.of(Results.result(
                Scenarios.accepted(),
                new Verdict.Passed(List.of()),
                Exchanges.answered(delivery, 200, "OK", Bytes.utf8("ok"))))));
        return RecordedReports.read("written", json)
                .results()
                .get(0)
                .exchanges()
                .get(0)
                .request();
    }

    private static String wire(Request request) {
        return new String(request.wire().orElseThrow(), StandardCharsets.ISO_8859_1);
    }

    private static String signature() {
        return Exchanges.signature(Exchanges.delivery(valid(), "wire"));
    }

    @Test
    void whatThePartsSayIsNotSaidAgain() throws IOException {
        Request request = written(valid());

        assertThat(request.wire()).isEmpty();
        assertThat(request.steps()).isEmpty();
    }

    @Test
    void chunksAreThere() throws IOException {
        Request request = written(valid().with(new Chunked(100)));

        assertThat(wire(request))
                .startsWith("POST /webhook/statuspulse HTTP/1.1\r\nHost: 127.0.0.1:9000\r\n")
                .contains("\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"event_id\":")
                .endsWith("\r\n0\r\n\r\n");
        assertThat(request.steps()).isEmpty();
        assertThat(request.wireTruncated()).isFalse();
    }

    @Test
    void writesAndPausesAreSteps() throws IOException {
        Request request = written(valid().with(new SplitWrites(3, Duration.ofMillis(10))));

        assertThat(request.wire()).isEmpty();
        assertThat(request.steps()).hasSize(5).element(1).isEqualTo("Pause[PT0.01S]");
        assertThat(request.steps().get(0)).matches("Write\\[\\d+\\]");
        assertThat(written(valid().with(new ExpectContinue(Duration.ofSeconds(1))))
                        .steps())
                .element(1)
                .isEqualTo("AwaitContinue[PT1S]");
    }

    @Test
    void halfABodyAndHowItEnds() throws IOException {
        Request request = written(valid().but(new HalfBody(Ending.END_OF_STREAM)));

        assertThat(wire(request)).contains("\r\n\r\n{").doesNotEndWith("}");
        assertThat(request.steps()).last().isEqualTo("EndOutput[]");
    }

    @Test
    void manyStepsAreCut() throws IOException {
        List<String> steps = written(valid().with(new SplitWrites(150, Duration.ofMillis(1))))
                .steps();

        assertThat(steps).hasSize(201).last().isEqualTo("and 99 more");
    }

    @Test
    void hugeBodyIsCut() throws IOException {
        Request request = written(valid().but(new HugeBody(16)));

        assertThat(request.wire().orElseThrow()).hasSize(65_536);
        assertThat(request.wireTruncated()).isTrue();
        assertThat(request.steps()).last().isEqualTo("Repeat[65536, 256]");
    }

    @Test
    void foldedSignatureIsShownInItsFirstDigitsOnly() throws IOException {
        String shown = wire(written(valid().but(new FoldSignature())));

        assertThat(shown)
                .contains("X-StatusPulse-Signature: " + signature().substring(0, 8) + "...")
                .doesNotContain(signature().substring(8, 32))
                .doesNotContain(signature().substring(32));
    }

    @Test
    void credentialsAreHiddenInEveryRequestOfAPipeline() throws IOException {
        String shown = wire(written(valid().but(new Pipelined())));

        assertThat(shown.split("Authorization: \\[hidden\\]\r\n", -1)).hasSize(3);
        assertThat(shown).doesNotContain(Exchanges.CREDENTIAL).doesNotContain(signature());
    }

    /** Wherever a head that drips stops, in the middle of a credential or of a signature too. */
    @Test
    void whatStopsInTheMiddleShowsNoMore() throws IOException {
        boolean inCredential = false;
        for (int bytes : IntStream.range(1, 200).toArray()) {
            String shown = wire(written(valid().but(new Drip(Part.HEAD, bytes, Duration.ofMillis(1)))));
            assertThat(shown)
                    .doesNotContain("gateway")
                    .doesNotContain(signature().substring(0, 9));
            inCredential |= shown.endsWith("Authorization: [hidden]");
        }
        assertThat(inCredential).isTrue();
    }

    @Test
    void bodyThatHoldsASignatureIsNotTornApart() throws IOException {
        Request request = written(valid().with(new Chunked(10)).but(new MoveSignature(SignaturePlace.BODY)));

        assertThat(request.wire()).isEmpty();
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).contains("...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http/bad-chunk-size", "http/folded-header", "http/space-before-colon", "signature/in-trailer"})
    void scenariosThatBreakHttpShowHow(String id) throws IOException {
        DeliveryPlan plan = Results.plan(Suite.find(id).orElseThrow());

        assertThat(written(plan).wire()).isPresent();
    }
}
