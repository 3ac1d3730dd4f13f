package io.statuspulse.conformance.ci;

import static io.statuspulse.conformance.recorded.Recordings.must;
import static io.statuspulse.conformance.recorded.Recordings.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.recorded.Recordings;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
    @Test
    void resultsAreWhatFailedWithALevelOfItsOwn() throws IOException {
        JsonNode run = run(
                must("signature/passed", Outcome.PASSED),
                result("http/warned", Level.SHOULD, Outcome.WARNED),
                must("http/server", Outcome.WARNED),
                result("http/strict", Level.SHOULD, Outcome.FAILED),
                result("http/may", Level.MAY, Outcome.WARNED),
                must("signature/failed", Outcome.FAILED),
                must("signature/inconclusive", Outcome.INCONCLUSIVE),
                must("signature/waived", Outcome.WAIVED),
                must("signature/stale", Outcome.STALE_WAIVER),
                must(
                        "signature/expired",
                        Outcome.STALE_WAIVER,
                        new Fact(Fact.WAIVER_OVER, "it was to be mended by then"),
                        new Fact("actual", "200")));

        assertThat(run.path("results")
                        .valueStream()
                        .map(one -> one.path("ruleId").asString() + " "
                                + one.path("level").asString()))
                .containsExactly(
                        "http/strict warning",
                        "signature/failed error",
                        "signature/expired error",
                        "http/warned warning",
                        "http/server warning",
                        "http/may note");
        assertThat(run.at("/invocations/0/toolConfigurationNotifications/0/message/text")
                        .asString())
                .startsWith("signature/stale is waived");
    }

    @Test
    void everyResultNamesItsRuleByPlace() throws IOException {
        JsonNode run = run(must("a/one", Outcome.FAILED), must("b/two", Outcome.FAILED));
        run.path("results")
                .forEach(result -> assertThat(run.at("/tool/driver/rules")
                                .path(result.path("ruleIndex").asInt())
                                .path("id")
                                .asString())
                        .isEqualTo(result.path("ruleId").asString()));
    }

    /** Else each run would open new alerts. */
    @Test
    void fingerprintHangsOnTheScenarioAlone() throws IOException {
        JsonNode one =
                run(must("a/one", Outcome.FAILED, new Fact("actual", "200"))).at("/results/0/partialFingerprints");
        JsonNode again = run(must("b/two", Outcome.FAILED), must("a/one", Outcome.FAILED, new Fact("actual", "500")))
                .at("/results/1/partialFingerprints");
        JsonNode other = run(must("b/two", Outcome.FAILED)).at("/results/0/partialFingerprints");
        assertThat(one).isEqualTo(again).isNotEqualTo(other);
        assertThat(one.path("primaryLocationLineHash").asString()).matches("[0-9a-f]{16}:1");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9000/webhook/statuspulse, '', webhook/statuspulse",
        "http://127.0.0.1:9000, '', receiver",
        "a function, '', receiver",
        "https://h.example/a%20b?c=d, '', a%20b",
        "http://127.0.0.1:9000/hook, src/main.js, src/main.js",
        "http://127.0.0.1:9000/hook, './src/a b#c.js', src/a%20b%23c.js",
        "http://127.0.0.1:9000/hook, 'src\\a.js', src/a.js"
    })
    void locationIsARelativeReference(String target, String source, String uri) {
        assertThat(SarifLocation.of(target, Optional.of(source)).uri()).isEqualTo(uri);
    }

    @Test
    void whatAReceiverAnsweredIsNoLink() throws IOException {
        JsonNode run = run(must("a/one", Outcome.FAILED, new Fact("actual", "200 [click](http://e.example)\u202e\n")));
        assertThat(run.at("/results/0/message/text").asString())
                .contains("200 [click]\\x28http://e.example)\\u202e\\n");
    }

    private static JsonNode run(RecordedResult... results) throws IOException {
        RecordedReport report = Recordings.report(List.of(results), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifReport.write(report, Optional.empty(), out);
        return JsonMapper.shared().readTree(out.toString(UTF_8)).at("/runs/0");
    }
}
