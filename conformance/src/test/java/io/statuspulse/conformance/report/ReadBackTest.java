package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedReports;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.conformance.verdict.Shard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kit writes, the kit reads. */
class ReadBackTest {
    static Stream<Report> reports() {
        return Stream.of(
                Reports.mixed(),
                Reports.rejectsEverything(),
                Reports.acceptsEverything(),
                Reports.twentyFailures(),
                Reports.unreachable("nobody is there", Reports.twentyFailures().results()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void writtenReportIsReadAsItWas(Report report) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ReportFormat.JSON.write(report, json);

        RecordedReport read = RecordedReports.read("written", json.toByteArray());

        assertThat(read.seed()).isEqualTo(report.seed());
        assertThat(read.startedAt()).isEqualTo(report.startedAt());
        assertThat(read.suite()).isEqualTo(Suite.VERSION);
        assertThat(read.conclusion()).isEqualTo(report.conclusion());
        assertThat(read.effectsObserved()).isEqualTo(report.effectsObserved());
        for (Outcome outcome : Outcome.values()) {
            assertThat(read.with(outcome).stream().map(RecordedResult::id))
                    .containsExactlyElementsOf(report.with(outcome).stream()
                            .map(result -> result.scenario().id())
                            .toList());
        }
        for (int i = 0; i < report.results().size(); i++) {
            Result written = report.results().get(i);
            RecordedResult result = read.results().get(i);
            assertThat(result.level()).isEqualTo(written.scenario().level());
            assertThat(result.requirementText())
                    .isEqualTo(written.scenario().requirement().words());
            assertThat(result.exchanges()).hasSameSizeAs(written.sent());
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsReadIsWhatWasRecordedAndIsWrittenAgainByteForByte(Report raw) throws IOException {
        Report report = raw.of(
                Optional.of(new Shard(1, 2, 400, "0123456789abcdef", "tolerance 300 s")),
                new RunAgain("http://127.0.0.1:0/hook", true, List.of("a b/\u00fc.jar")));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ReportFormat.JSON.write(report, json);

        RecordedReport read = RecordedReports.read("written", json.toByteArray());
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ReportFormat.JSON.write(read, again);

        assertThat(read).isEqualTo(Recording.of(report));
        assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(json.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyFormatOfARunIsThatOfItsReport(Report report) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ReportFormat.JSON.write(report, json);
        RecordedReport read = RecordedReports.read("later.json", json.toByteArray());
        for (ReportFormat format : ReportFormat.values()) {
            ByteArrayOutputStream later = new ByteArrayOutputStream();
            format.write(read, later);
            ByteArrayOutputStream live = new ByteArrayOutputStream();
            format.write(report, live);

            assertThat(live.toString(StandardCharsets.UTF_8))
                    .as(format.label())
                    .isEqualTo(later.toString(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void conclusionIsToldInTheSameWords(Report report) {
        // Why a run was interrupted is not recorded; none of these was.
        assertThat(Recording.of(report).sentence()).isEqualTo(Conclusions.words(Disclosure.of(report)));
    }
}
