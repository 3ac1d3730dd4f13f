package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    static Stream<Report> reports() {
        return Stream.of(
                Reports.mixed(),
                Reports.rejectsEverything(),
                Reports.acceptsEverything(),
                Reports.twentyFailures(),
                Reports.interrupted(),
                Reports.unreachable("connection refused", List.of()),
                Reports.of(List.of()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void every_report_is_valid_by_the_schema(Report report) throws IOException {
        assertThat(Schemas.validate(SchemaName.REPORT, Written.json(report))).isEmpty();
    }

    @Test
    void the_catalogue_of_the_suite_is_valid_by_the_schema() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CatalogueJson.write(Suite.scenarios(), out);

        assertThat(Schemas.validate(SchemaName.CATALOGUE, out.toByteArray())).isEmpty();
        assertThat(JsonMapper.shared().readTree(out.toByteArray()).path("scenarios"))
                .extracting(scenario -> scenario.path("id").asString())
                .containsExactlyElementsOf(
                        Suite.scenarios().stream().map(s -> s.id()).toList());
    }

    @Test
    void the_reader_of_json_alone_learns_that_nobody_was_there() throws IOException {
        JsonNode report = read(Reports.unreachable("connection refused (127.0.0.1:9000)", List.of()));

        assertThat(report.at("/diagnosis/0/evidence").asString()).isEqualTo("connection refused (127.0.0.1:9000)");
        assertThat(report.at("/diagnosis/0/finding").asString()).contains("could not be reached");
    }

    @Test
    void the_reader_of_json_alone_learns_that_the_run_was_interrupted() throws IOException {
        assertThat(read(Reports.interrupted()).path("interrupted").asBoolean()).isTrue();
        assertThat(read(Reports.mixed()).has("interrupted")).isFalse();
    }

    @Test
    void a_receiver_that_died_halfway_is_not_called_unreachable() throws IOException {
        Report report = Reports.unreachable("no answer", List.of(Results.passed(Scenarios.accepted())));

        assertThat(read(report).at("/diagnosis/0/finding").asString()).contains("stopped answering");
    }

    @Test
    void a_large_request_body_is_cut_and_says_so() throws IOException {
        JsonNode request = exchange(Reports.mixed(), "limits/large").path("request");

        assertThat(Base64.getDecoder().decode(request.path("bodyBase64").asString()))
                .hasSize(65_536);
        assertThat(request.path("bodyTruncated").asBoolean()).isTrue();
    }

    @Test
    void a_whole_body_is_there_to_the_last_byte() throws IOException {
        JsonNode request = exchange(Reports.mixed(), "acceptance/plain").path("request");

        assertThat(Base64.getDecoder().decode(request.path("bodyBase64").asString()))
                .isEqualTo(Exchanges.delivery(DeliveryPlan.valid(), "acceptance/plain")
                        .body()
                        .toArray());
        assertThat(request.has("bodyTruncated")).isFalse();
    }

    @Test
    void a_secret_that_the_cut_goes_through_shows_no_part_of_itself() throws IOException {
        String padding = "x".repeat(65_536 - 7);
        DeliveryPlan plan = DeliveryPlan.of(new DeliveryPlan.Base.Supplied(padding + Exchanges.SECRET + "y"));
        Exchange exchange = Exchanges.answered(
                Exchanges.delivery(plan, "cut"), 200, "OK", Bytes.utf8(padding + Exchanges.SECRET + "y"));
        JsonNode shown = read(Reports.of(List.of(Results.result(
                        Scenarios.accepted(),
                        Results.passed(Scenarios.accepted()).verdict(),
                        exchange))))
                .at("/results/0/exchanges/0");

        assertThat(new String(
                        Base64.getDecoder()
                                .decode(shown.at("/request/bodyBase64").asString()),
                        StandardCharsets.ISO_8859_1))
                .endsWith("x[secret");
        assertThat(shown.at("/response/body").asString()).endsWith("x[secret");
    }

    @Test
    void half_a_surrogate_pair_does_not_cost_the_report() throws IOException {
        Report report = Reports.of(List.of(Results.failed(Scenarios.missing(), "200 OK (\"\ud83d\u2026")));

        assertThat(read(report).at("/results/0/facts/2/value").asString()).isEqualTo("200 OK (\"\ufffd\u2026");
    }

    @Test
    void credentials_that_the_user_adds_are_hidden_and_other_headers_are_not() throws IOException {
        JsonNode headers = exchange(Reports.mixed(), "acceptance/plain").at("/request/headers");

        assertThat(headers.toString())
                .contains("[\"Authorization\",\"[hidden]\"]")
                .contains("[\"Content-Type\",\"application/json\"]")
                .doesNotContain(Exchanges.CREDENTIAL);
    }

    @Test
    void the_format_leaves_the_stream_open_and_ends_with_a_line_end() throws IOException {
        StringBuilder closed = new StringBuilder();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.append("closed");
            }
        };
        for (ReportFormat format : ReportFormat.values()) {
            out.reset();
            format.write(Reports.mixed(), out);
            String written = out.toString(StandardCharsets.UTF_8);
            assertThat(written).endsWith("\n");
            assertThat(written.contains(Kit.version())).as(format.label()).isEqualTo(format != ReportFormat.BADGE);
        }
        assertThat(closed).isEmpty();
    }

    @Test
    void a_full_disk_is_told_as_it_is() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        for (ReportFormat format : ReportFormat.values()) {
            assertThatThrownBy(() -> format.write(Reports.mixed(), full))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left on device");
        }
    }

    private static JsonNode read(Report report) throws IOException {
        return JsonMapper.shared().readTree(Written.json(report));
    }

    private static JsonNode exchange(Report report, String id) throws IOException {
        return read(report)
                .path("results")
                .valueStream()
                .filter(result -> result.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .at("/exchanges/0");
    }
}
