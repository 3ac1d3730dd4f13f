package io.statuspulse.conformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.verdict.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternsTest {

    @Test
    void nothingIsFoundWhereNothingFailed() {
        assertThat(Run.passed().findings()).isEmpty();
        assertThat(Patterns.among(List.of())).isEmpty();
    }

    @Test
    void waivedFailuresAreNotExplained() {
        Run run = Run.passed().answered(200, "signature/sha1").waived("signature/sha1");

        assertThat(run.findings()).isEmpty();
    }

    @Test
    void waivedFailureIsNotTakenForOneThatHolds() {
        Run run = Run.passed()
                .answered(500, "signature/not-hex", "signature/non-ascii")
                .waived("signature/not-hex");

        assertThat(run.ids()).doesNotContain("throws-on-signature-outside-ascii");
    }

    /** Measured on the provider's guide's own handler, on Express. */
    @Test
    void severalDefectsAreToldApart() {
        Run run = Run.passed()
                .answered(500, "signature/missing", "signature/in-query", "signature/unsigned-control-events")
                .answered(500, "signature/empty", "signature/truncated-*", "signature/extended", "signature/doubled")
                .answered(500, "signature/not-hex", "signature/8-kib", "http/text-plain", "http/no-content-type")
                .answered(200, "timestamp/hour-old", "timestamp/day-old", "timestamp/year-old", "timestamp/year-ahead")
                .answered(200, "timestamp/word", "timestamp/just-outside-past", "tampering/invalid-utf-8-swapped")
                .answered(413, "raw-body/256-kib");

        assertThat(run.ids())
                .containsExactly(
                        "timestamp-ignored",
                        "body-decoded-with-losses",
                        "body-limit-under-256-kib",
                        "throws-on-missing-header",
                        "throws-on-signature-length",
                        "throws-on-other-content-type");
    }

    @Test
    void evidenceCountsAndNamesAndQuotesAndRulesOut() {
        Finding finding = Run.passed()
                .answered(500, "signature/truncated-*", "signature/extended", "signature/doubled")
                .finding("throws-on-signature-length");

        assertThat(finding.evidence())
                .isEqualTo(
                        "signature/truncated-by-one, signature/truncated-to-half, signature/truncated-to-one and 2 more"
                                + " were answered 5xx (the first: 500 Said so); signature/wrong is as it must be, so a wrong signature"
                                + " of the right length is answered");
        assertThat(finding.explains())
                .containsExactly(
                        "signature/truncated-by-one",
                        "signature/truncated-to-half",
                        "signature/truncated-to-one",
                        "signature/extended",
                        "signature/doubled");
    }

    @Test
    void selectionOfOneScenarioIsNotGeneralizedFrom() {
        Run run = Run.passed().answered(200, "signature/wrong").only("signature/wrong", "acceptance/status-change");

        assertThat(run.ids()).doesNotContain("does-not-verify");
        assertThat(run.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.explains()).containsExactly("signature/wrong"));
    }

    @Test
    void whatNoRuleKnowsIsToldPlainlyAndLast() {
        Run run = Run.passed().answered(302, "payload/array", "payload/string").answered(200, "signature/sha1");

        assertThat(run.ids()).containsExactly("sha1-accepted", "unexplained-payload-redirected");
        assertThat(run.finding("unexplained-payload-redirected").finding())
                .isEqualTo(
                        "It does not hold that a signed array is answered 4xx, never 5xx; a signed string is answered 4xx,"
                                + " never 5xx: they were redirected.");
    }

    @Test
    void refusalWithAnotherStatusThanForgeriesGetIsNoMatterOfTheSignature() {
        assertThat(Run.passed()
                        .answered(401, "raw-body/non-ascii", "raw-body/supplementary-plane")
                        .answered(401, "raw-body/decomposed-unicode")
                        .ids())
                .containsExactly("body-decoded-in-other-charset");
        assertThat(Run.passed()
                        .answered(422, "raw-body/non-ascii", "raw-body/supplementary-plane")
                        .answered(422, "raw-body/decomposed-unicode")
                        .ids())
                .containsExactly("content-refused");
    }

    @Test
    void rightDateRulesTheClockOut() {
        assertThat(Run.passed().dated(401, "timestamp/just-inside-past").ids()).containsExactly("tolerance-too-small");
        assertThat(Run.passed().answered(401, "timestamp/just-inside-past").ids())
                .containsExactly("tolerance-too-small-or-clock");
    }

    @Test
    void sameBytesAreWantedOtherwiseTheSecondTime() {
        assertThat(Run.passed().answered(200, "replay/exact-after-tolerance").ids())
                .containsExactly("replays-of-known-deliveries-accepted");
    }
}
