package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.Comparison;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.Recordings;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {
    private static final RecordedReport BEFORE = Recordings.of(
            "2026-03-09T14:00:00Z",
            Recordings.must("signature/missing", Outcome.PASSED),
            Recordings.must("signature/empty", Outcome.FAILED),
            Recordings.must("signature/wrong", Outcome.FAILED),
            Recordings.must("timestamp/hour-old", Outcome.PASSED),
            Recordings.result("schema/unknown-status", Level.SHOULD, Outcome.PASSED),
            Recordings.must("secret/empty", Outcome.PASSED),
            Recordings.must("http/get", Outcome.FAILED));

    private static final RecordedReport AFTER = Recordings.of(
            "2026-03-10T14:00:00Z",
            Recordings.must(
                    "signature/missing",
                    Outcome.FAILED,
                    new Fact("expected", "a rejection (400, 401, 403) and no effect"),
                    new Fact("edit", "DropHeader[signature]"),
                    new Fact("actual", "200 OK (\"" + Reports.HOSTILE + "\")")),
            Recordings.must("signature/empty", Outcome.FAILED),
            Recordings.must("signature/wrong", Outcome.PASSED),
            Recordings.must("timestamp/hour-old", Outcome.INCONCLUSIVE, new Fact("reason", "no answer within 10 s")),
            Recordings.result("schema/unknown-status", Level.SHOULD, Outcome.WARNED),
            Recordings.must("http/get", Outcome.WAIVED),
            Recordings.must("team/header", Outcome.FAILED));

    @Test
    void comparisonIsAsAgreed() throws IOException {
        Golden.check("comparison.txt", ComparisonText.render(Comparison.of(BEFORE, AFTER), false));
    }

    @Test
    void linesFitATerminalAndNothingActsOnIt() {
        assertThat(ComparisonText.render(Comparison.of(BEFORE, AFTER), false).lines())
                .allMatch(line -> line.codePointCount(0, line.length()) <= 80)
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl));
        assertThat(ComparisonText.render(Comparison.of(BEFORE, AFTER), true)).contains("\u001b[1;31mNEWLY FAILING");
    }

    @Test
    void sameRunsSayNothing() {
        assertThat(ComparisonText.render(Comparison.of(AFTER, AFTER), false)).isEmpty();
    }
}
