package io.statuspulse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoCommandTest {

    @Test
    void theCorrectReceiverPassesAndTheDefectIsFound() {
        Outcome outcome = Outcome.of("demo");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsSubsequence(
                        "1. The correct receiver",
                        "PASSED",
                        "2. The receiver with the defect",
                        "FAILED",
                        "--secret-file")
                .doesNotContain("whsec_demo_");
    }
}
