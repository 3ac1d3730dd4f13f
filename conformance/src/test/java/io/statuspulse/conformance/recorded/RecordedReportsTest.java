package io.statuspulse.conformance.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.conformance.verdict.Shard;
import io.statuspulse.schemas.Schemas;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedReportsTest {
    private static RecordedReport example(String name) {
        return RecordedReports.read(name, Schemas.resource("examples/valid/" + name + ".json"));
    }

    private static String text(String name) {
        return new String(Schemas.resource("examples/valid/" + name + ".json"), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report-empty",
                "report-mend-as-text",
                "report-no-answer",
                "report-one-failure",
                "report-interrupted",
                "report-wire",
                "report-shard"
            })
    void whatTheSchemaTakesIsRead(String name) {
        assertThat(example(name).kit().name()).isEqualTo("statuspulse-webhook-kit");
    }

    @Test
    void readsWhatWasWritten() {
        RecordedReport report = example("report-one-failure");

        assertThat(report.seed()).isEqualTo(-6148914691236517206L);
        assertThat(report.startedAt()).hasToString("2026-03-09T14:05:07.123456789Z");
        assertThat(report.effectsObserved()).isFalse();
        assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
        RecordedResult result = report.result("signature/missing").orElseThrow();
        assertThat(result.area()).isEqualTo("signature");
        assertThat(result.durationMs()).isEqualByComparingTo(new BigDecimal("4.2"));
        assertThat(result.facts()).contains(new Fact("actual", "500"));
        assertThat(result.facts("expected")).containsExactly("400, 401 or 403");
        assertThat(result.exchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.role()).isEqualTo(Role.TRIAL))
                .satisfies(exchange -> assertThat(exchange.request().headers().get(0))
                        .isEqualTo(new RecordedExchange.Header("Host", "127.0.0.1:9000")));
    }

    @Test
    void whatMayBeLeftOutIsEmpty() {
        RecordedResult failure = example("report-one-failure").results().get(0);
        assertThat(failure.why()).isEmpty();
        assertThat(failure.mend().java()).isEmpty();
        assertThat(failure.requirementText()).isEmpty();
        assertThat(failure.exchanges().get(0).request().wire()).isEmpty();
        assertThat(failure.exchanges().get(0).request().steps()).isEmpty();
        assertThat(example("report-one-failure").suite()).isEmpty();

        assertThat(example("report-no-answer").results().get(0).exchanges())
                .isNotEmpty()
                .allSatisfy(exchange -> {
                    assertThat(exchange.response()).isEmpty();
                    assertThat(exchange.failure()).isPresent();
                    assertThat(exchange.request().bodyTruncated()).isTrue();
                });
    }

    @Test
    void shardAndWayToRunAgainAreRead() {
        assertThat(example("report-shard").shard())
                .contains(new Shard(1, 2, 2, "0123456789abcdef", "tolerance 300 s; rejected by 400, 401 or 403"));
        assertThat(example("report-shard").again())
                .isEqualTo(new RunAgain("http://127.0.0.1:0/webhook/statuspulse", true, List.of("build/team.jar")));
        assertThat(example("report-empty").shard()).isEmpty();
        assertThat(example("report-empty").again())
                .isEqualTo(RunAgain.at(example("report-empty").target()));
        assertUnreadable(
                text("report-shard").replace("\"index\": 1", "\"index\": 3"), "/shard/index: 3 is more than 2");
    }

    @Test
    void interruptedRunIsTold() {
        assertThat(example("report-interrupted").interrupted()).isTrue();
        assertThat(example("report-empty").interrupted()).isFalse();
    }

    @Test
    void bytesOnTheWireAreRead() {
        RecordedReport report = example("report-wire");
        RecordedExchange.Request request =
                report.results().get(0).exchanges().get(0).request();

        assertThat(report.suite()).isEqualTo("1.0");
        assertThat(request.wire().orElseThrow()).asString(UTF_8).isEqualTo("POST / HTTP/1.1\r\n");
        assertThat(request.wireTruncated()).isTrue();
        assertThat(request.steps()).containsExactly("Write[9]", "Pause[PT0.1S]", "Write[8]");
    }

    @Test
    void hintInOneTextIsForEveryLanguage() {
        assertThat(example("report-mend-as-text").results().get(0).mend().sameEverywhere())
                .isTrue();
    }

    @Test
    void whatIsNoReportIsNamed() {
        assertUnreadable("", "'old.json' is no report.json that this version reads: the document is empty");
        assertUnreadable("[]", "'old.json' is no report.json that this version reads");
        assertUnreadable(
                text("report-empty").replace("\"formatVersion\": 1", "\"formatVersion\": 2"), "/formatVersion: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "\"seed\": 7 > \"seed\": 99999999999999999999 > /seed: is beyond what can be read",
                "2026-03-09T14:05:07Z > 999999999-03-09T14:05:07Z > /startedAt",
            })
    void whatIsBeyondReachIsNamed(String there, String instead, String words) {
        String report = text("report-empty")
                .replaceFirst("\"seed\": -?[0-9]+", "\"seed\": 7")
                .replaceFirst("\"startedAt\": \"[^\"]+\"", "\"startedAt\": \"2026-03-09T14:05:07Z\"");

        assertThat(report).contains(there);
        assertUnreadable(report.replace(there, instead), words);
    }

    private static void assertUnreadable(String json, String words) {
        assertThatThrownBy(() -> RecordedReports.read("old.json", json.getBytes(UTF_8)))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining(words);
    }

    @Test
    void twoResultsOfOneScenarioAreRefused() {
        String one = text("report-one-failure");
        int from = one.indexOf("\"results\": [") + "\"results\": [".length();
        String result = one.substring(from, one.indexOf("\"diagnosis\"")).replaceFirst("],\\s*$", "");

        assertThatThrownBy(() -> RecordedReports.read(
                        "twice.json", (one.substring(0, from) + result + "," + one.substring(from)).getBytes(UTF_8)))
                .hasMessage("'twice.json' is no report.json that this version reads: it has two results of scenario"
                        + " signature/missing");
    }
}
