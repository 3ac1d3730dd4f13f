package io.statuspulse.conformance.ci;

import static io.statuspulse.conformance.recorded.Recordings.must;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.recorded.Recordings;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GithubAnnotationsTest {
    @Test
    void runInWhichAllIsWellGivesNone() {
        assertThat(of(must("signature/missing", Outcome.PASSED))).isEmpty();
    }

    @Test
    void failureIsAnErrorAndAWarningAWarning() {
        assertThat(of(
                        Recordings.result("http/large", Level.SHOULD, Outcome.WARNED, new Fact("actual", "500")),
                        must("signature/missing", Outcome.FAILED, new Fact("actual", "200 OK")),
                        must("signature/waived", Outcome.WAIVED, new Fact("actual", "200 OK"))))
                .containsExactly(
                        "::error title=signature/missing (MUST%2C REQ-SIG-2)::what holds where signature/missing passes:"
                                + " actual: 200 OK",
                        "::warning title=http/large (SHOULD%2C REQ-SIG-2)::what holds where http/large passes: actual: 500");
    }

    /** A line end would end the command, and what follows could be another one. */
    @Test
    void nothingThatAReceiverAnsweredIsACommand() {
        List<String> commands = of(must(
                "signature/missing",
                Outcome.FAILED,
                new Fact("actual", "200 \r\n::add-mask::x%0A::error::y,z:\u202e")));
        assertThat(commands)
                .singleElement()
                .asString()
                .doesNotContain("\n", "\r", "\u202e")
                .endsWith("actual: 200 \\r\\n::add-mask::x%250A::error::y,z:\\u202e");
    }

    @Test
    void findingsComeFirstAndWhatThereIsNoRoomForIsCounted() {
        List<RecordedResult> results = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            results.add(must("signature/number-" + i, Outcome.FAILED));
        }
        RecordedReport report = Recordings.report(
                results, List.of(new Finding("forgeries", "It takes forgeries, all of them.", "200", "Reject: 401.")));

        List<String> commands = GithubAnnotations.of(report, Optional.empty());

        assertThat(commands).hasSize(11);
        assertThat(commands.get(0))
                .isEqualTo("::error title=It takes forgeries%2C all of them.::200 Mend: Reject: 401.");
        assertThat(commands.get(9)).startsWith("::error title=signature/number-8 ");
        assertThat(commands.get(10)).startsWith("::notice title=StatusPulse webhooks::5 more than are shown here");
    }

    @Test
    void sourceIsNamedWhereItIsKnown() {
        RecordedReport report = Recordings.report(List.of(must("signature/missing", Outcome.FAILED)), List.of());
        assertThat(GithubAnnotations.of(report, Optional.of("src/a,b:c.js")).get(0))
                .startsWith("::error file=src/a%2Cb%3Ac.js,line=1,title=signature/missing");
    }

    @Test
    void runThatProvesNothingIsAnError() {
        assertThat(of(must("signature/missing", Outcome.INCONCLUSIVE)))
                .singleElement()
                .asString()
                .startsWith("::error title=StatusPulse webhooks%3A incomplete::Nothing was seen to fail");
    }

    private static List<String> of(RecordedResult... results) {
        return GithubAnnotations.of(Recordings.report(List.of(results), List.of()), Optional.empty());
    }
}
