package io.statuspulse.conformance.ci;

import static io.statuspulse.conformance.recorded.Recordings.must;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.recorded.Recordings;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    /** GitHub refuses a summary of more than 1 MiB whole. */
    @Test
    void reportOfWhateverSizeStaysSmallAndSaysWhatIsLeftOut() throws IOException {
        List<RecordedResult> results = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            ids.add("signature/number-" + i);
            results.add(must(ids.get(i), Outcome.FAILED, new Fact("actual", "\ud83d\ude00".repeat(5_000))));
            findings.add(new Finding("f-" + i, "<".repeat(9_000), "`".repeat(9_000), "@".repeat(9_000), ids));
        }

        String page = page(Recordings.report(results, findings));

        assertThat(page.getBytes(UTF_8)).hasSizeLessThan(600_000);
        assertThat(page).contains("scenarios more, which there is no room for here.", "And 1980 findings more.");
    }

    @Test
    void verdictComesFirst() throws IOException {
        RecordedReport failed = Recordings.report(List.of(must("signature/missing", Outcome.FAILED)), List.of());
        RecordedReport passed = Recordings.report(List.of(must("signature/missing", Outcome.PASSED)), List.of());
        RecordedReport nothing = Recordings.report(List.of(), List.of());
        assertThat(page(failed))
                .startsWith("## ❌ StatusPulse webhooks: FAILED\n\nThe receiver breaks the contract in 1 scenario.");
        assertThat(page(passed)).startsWith("## ✅ StatusPulse webhooks: PASSED\n\nEvery MUST that was run holds");
        assertThat(page(nothing)).startsWith("## ⚠️ StatusPulse webhooks: INCOMPLETE\n\nNothing was run.");
    }

    private static String page(RecordedReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkdownReport.write(report, out);
        return out.toString(UTF_8);
    }
}
