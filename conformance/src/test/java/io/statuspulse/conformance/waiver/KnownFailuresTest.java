package io.statuspulse.conformance.waiver;

import static io.statuspulse.conformance.waiver.Runs.FAILED;
import static io.statuspulse.conformance.waiver.Runs.PASSED;
import static io.statuspulse.conformance.waiver.Runs.SUITE;
import static io.statuspulse.conformance.waiver.Runs.TODAY;
import static io.statuspulse.conformance.waiver.Runs.report;
import static io.statuspulse.conformance.waiver.Runs.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFailuresTest {
    private static final List<KnownFailure> BOTH = List.of(
            new KnownFailure(
                    "timestamp/future",
                    "The clock moves next month.",
                    Optional.of(URI.create("https://tracker.example.com/browse/OPS-7")),
                    Optional.of(LocalDate.parse("2026-12-31"))),
            KnownFailure.of("rotation/*", "Rotation is not supported yet."));

    @Test
    void yamlAndJsonAreReadByTheName() {
        byte[] json = Schemas.resource("examples/valid/known-failures-all-fields.json");

        assertThat(KnownFailures.read(json, "known.JSON").list()).isEqualTo(BOTH);
        assertThat(KnownFailures.read(json, "known").list()).isEqualTo(BOTH);
        assertThat(KnownFailures.read(Schemas.resource("examples/valid/known-failures-yaml.yaml"), "known.yml")
                        .list())
                .extracting(KnownFailure::scenario)
                .containsExactly("timestamp/future", "*/missing");
        assertThat(read("knownFailures: []").list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "knownFailures: [{scenario: a/b, reason: ''}]|known.yaml, line 1: knownFailures/0/reason is \"\":",
                "knownFailures:\\n- scenario: a/b\\n  reason: r\\n  expires: 2026-02-30|known.yaml, line 4:"
                        + " knownFailures/0/expires is \"2026-02-30\": it is no valid date (a date, YYYY-MM-DD)",
                "knownFailures:\\n\\n- scenario: a/b|known.yaml, line 3: \"reason\" is missing from knownFailures/0",
                "knownFailures:\\n- scenario: a/b\\n  expire: 1|known.yaml, line 2: \"expire\" is not a field of"
                        + " knownFailures/0 (and 1 more)",
                "knownFailures:\\n- scenario: A/b\\n  reason: r|known.yaml, line 2: knownFailures/0/scenario is \"A/b\":",
                "knownFailures:\\n- scenario: */x\\n  reason: r|known.yaml: ",
                "knownFailures:\\n- scenario: *x\\n  reason: r|known.yaml: the document has an alias: quote",
                "- a|known.yaml, line 1: the document is an array of 1: object wanted"
            })
    void whatIsWrongIsToldInOneLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith(message)
                .hasLineCount(1);
    }

    @Test
    void nothingAtAllIsTold() {
        assertThatThrownBy(() -> read("")).hasMessage("known.yaml: the document is empty");
        assertThatThrownBy(() -> KnownFailures.read(new byte[] {(byte) 0xff}, "a\nb"))
                .hasMessage("a\\nb: the document is not UTF-8: the byte at offset 0 does not fit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signature/mising|line 2 of known.yaml: 'signature/mising' matches no scenario; nearest: signature/missing,",
                "signature/none-*|line 2 of known.yaml: 'signature/none-*' matches no scenario; nearest: signature/",
                "signature|line 2 of known.yaml: 'signature' matches no scenario, it is an area; expected 'signature/*'",
                "must|line 2 of known.yaml: 'must' matches no scenario; nearest: "
            })
    void whatNamesNoScenarioIsToldWithTheNearest(String pattern, String message) {
        KnownFailures failures = read("knownFailures:\n- scenario: " + pattern + "\n  reason: r");

        assertThatThrownBy(() -> failures.over(SUITE, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith(message)
                .hasLineCount(1);
    }

    @Test
    void twoEntriesForTheSameAreTold() {
        KnownFailures both = read("knownFailures:\n- {scenario: a/b, reason: r}")
                .and(KnownFailures.of(List.of(KnownFailure.of("a/b", "s")), "MyTest"));

        assertThatThrownBy(() -> both.over(SUITE, TODAY))
                .hasMessage(
                        "entry 1 of MyTest: 'a/b' is there already, in line 2 of known.yaml; expected one entry for it");
    }

    @Test
    void entryThatDecidesOnNothingIsTold() {
        KnownFailures failures =
                KnownFailures.of(List.of(KnownFailure.of("signature/*", "r"), KnownFailure.of("signature/mis*", "s")));

        assertThatThrownBy(() -> failures.over(SUITE, TODAY))
                .hasMessageStartingWith("entry 2 of the known failures: 'signature/mis*' decides on nothing: ");
    }

    @Test
    void entriesHaveAScenarioAndAReason() {
        assertThatThrownBy(() -> KnownFailure.of("", "r")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KnownFailure.of("a/b", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a/b' has no reason");
    }

    @Test
    void draftOfARunMakesTheNextOneGreen() {
        Report failed = report(SUITE.stream()
                .map(Scenario::id)
                .map(id -> result(id, FAILED, true))
                .toList());
        String yaml = KnownFailures.draft(failed);
        Report next = read(yaml).over(SUITE, TODAY).apply(failed);

        assertThat(Schemas.validateYaml(SchemaName.KNOWN_FAILURES, yaml.getBytes(UTF_8)))
                .isEmpty();
        assertThat(failed.count(Outcome.FAILED)).isGreaterThan(200);
        assertThat(read(yaml).list()).hasSize(failed.count(Outcome.FAILED));
        assertThat(next.count(Outcome.WAIVED)).isEqualTo(failed.count(Outcome.FAILED));
        assertThat(next.count(Outcome.FAILED)).isZero();
        assertThat(KnownFailures.draft(next)).endsWith("knownFailures: []\n");
    }

    @Test
    void draftOfARunWithoutFailuresIsADocumentToo() {
        assertThat(read(KnownFailures.draft(report(List.of(result("signature/missing", PASSED)))))
                        .list())
                .isEmpty();
    }

    private static KnownFailures read(String yaml) {
        return KnownFailures.read(yaml.getBytes(UTF_8), "known.yaml");
    }
}
