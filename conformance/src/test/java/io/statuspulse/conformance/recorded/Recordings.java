package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.recorded.RecordedReport.RecordedKit;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.RunAgain;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports that tests compare. */
public final class Recordings {
    private Recordings() {}

    public static RecordedReport of(String startedAt, RecordedResult... results) {
        return report(startedAt, List.of(results), List.of());
    }

    public static RecordedReport report(List<RecordedResult> results, List<Finding> diagnosis) {
        return report("2026-03-09T14:05:07.250Z", results, diagnosis);
    }

    private static RecordedReport report(String startedAt, List<RecordedResult> results, List<Finding> diagnosis) {
        return new RecordedReport(
                new RecordedKit("statuspulse-webhook-kit", "0.1.0"),
                "1.0",
                "http://127.0.0.1:9000/webhook/statuspulse",
                7,
                Instant.parse(startedAt),
                new BigDecimal(412),
                "default",
                false,
                "observed",
                results,
                diagnosis,
                Optional.empty(),
                RunAgain.at("http://127.0.0.1:9000/webhook/statuspulse"));
    }

    public static RecordedResult must(String id, Outcome outcome, Fact... facts) {
        return result(id, Level.MUST, outcome, facts);
    }

    public static RecordedResult result(String id, Level level, Outcome outcome, Fact... facts) {
        return new RecordedResult(
                id,
                "what holds where " + id + " passes",
                level,
                "REQ-SIG-2",
                "",
                "reject",
                outcome,
                List.of(facts),
                BigDecimal.ONE,
                List.of(),
                "",
                Mend.anywhere(""),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
