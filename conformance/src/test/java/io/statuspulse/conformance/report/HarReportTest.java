package io.statuspulse.conformance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.BodyEdit.PrependBytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.WireEdit.Chunked;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarReportTest {
    private static final Scenario SCENARIO = Scenarios.missing();

    @Test
    void everyExchangeIsAnEntry() throws IOException {
        Report report = Reports.mixed();
        long exchanges = report.results().stream()
                .map(Result::sent)
                .mapToLong(List::size)
                .sum();
        assertThat(log(report).path("entries")).hasSize((int) exchanges);
        assertThat(exchanges).isGreaterThan(5);
    }

    @Test
    void bodiesThatAreNoTextAreInBase64() throws IOException {
        Delivery delivery = Exchanges.delivery(DeliveryPlan.valid().with(new PrependBytes("ff00fe")), "bytes");
        Bytes answer = Bytes.of(new byte[] {(byte) 0xff, 0, 'a'});
        JsonNode entry = entry(delivery, answer);

        assertThat(entry.at("/request/postData/text").asString()).isEmpty();
        assertThat(Base64.getDecoder()
                        .decode(entry.at("/request/postData/_base64").asString()))
                .isEqualTo(delivery.body().toArray());
        assertThat(entry.at("/response/content/encoding").asString()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(entry.at("/response/content/text").asString()))
                .isEqualTo(answer.toArray());
    }

    @Test
    void bytesOfTheWireStandBesideWhatHttpCannotTell() throws IOException {
        JsonNode entry =
                entry(Exchanges.delivery(DeliveryPlan.valid().but(new Chunked(9)), "chunks"), Bytes.utf8("ok"));
        String wire = new String(
                Base64.getDecoder().decode(entry.at("/request/_wireBase64").asString()), UTF_8);
        assertThat(wire).contains("Transfer-Encoding: chunked\r\n", "\r\n9\r\n").endsWith("\r\n0\r\n\r\n");
        assertThat(wire).doesNotContain(Exchanges.CREDENTIAL);
    }

    @Test
    void nothingConfidentialIsInIt() throws IOException {
        String har = new String(Written.har(Reports.mixed()), UTF_8);
        String signature = Exchanges.signature(Exchanges.delivery(DeliveryPlan.valid(), SCENARIO.id()));
        assertThat(har).contains(signature.substring(0, 8), "[hidden]");
        assertThat(har)
                .doesNotContain(signature.substring(0, 9), Exchanges.CREDENTIAL, "gateway-credential", "whsec_golden");
    }

    @Test
    void whatIsLongIsCut() throws IOException {
        Bytes answer = Bytes.utf8("x".repeat(300_000));
        JsonNode content =
                entry(Exchanges.delivery(DeliveryPlan.valid(), "long"), answer).at("/response/content");
        assertThat(content.path("text").asString()).hasSize(64 * 1024);
        assertThat(content.path("comment").asString()).isEqualTo("not the whole body");
    }

    @Test
    void failureBelowHttpIsToldBesideAnEmptyAnswer() throws IOException {
        JsonNode entry = log(Reports.of(List.of(Results.inconclusive(
                        SCENARIO, "no answer", Exchanges.unanswered(Exchanges.delivery(DeliveryPlan.valid(), "x"))))))
                .at("/entries/0");
        assertThat(entry.at("/response/status").asInt()).isZero();
        assertThat(entry.at("/response/_error").asString()).startsWith("answer-timeout: no answer within 10 s");
    }

    private static JsonNode entry(Delivery delivery, Bytes answer) throws IOException {
        return log(Reports.of(
                        List.of(Results.failed(SCENARIO, "200 OK", Exchanges.answered(delivery, 200, "OK", answer)))))
                .at("/entries/0");
    }

    private static JsonNode log(Report report) throws IOException {
        return JsonMapper.shared()
                .readTree(new String(Written.har(report), UTF_8))
                .path("log");
    }
}
