package io.statuspulse.conformance.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.inprocess.Verifier;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is made of answers. */
class VerifierRunTest {
    private static final Vectors ALL = Made.of(List.of(
            Made.valid("body/genuine.1", 1),
            Made.invalid("signature/wrong.1", 1),
            Made.invalid("signature/wrong.2", 2),
            Made.acceptable("signature/upper-case.whole")));

    @Test
    void rightAnswersPassAndPoliciesAreObserved() {
        Report report = judge(VerifierRunTest::correct);
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(outcomes(report)).containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED, Outcome.OBSERVED);
        assertThat(report.results().get(3).facts()).contains(new Fact(Fact.POLICY, "MayUpperCase: rejected"));
        assertThat(report.diagnosis()).isEmpty();
    }

    @Test
    void theOtherPolicyIsAsGood() {
        Report report = judge(setup -> (headers, body) ->
                correct(signature -> signature.toLowerCase(Locale.ROOT), setup).accepts(headers, body));
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.results().get(3).facts()).contains(new Fact(Fact.POLICY, "MayUpperCase: accepted"));
    }

    @Test
    void acceptingForgeriesFailsAndTheFlagExplainsIt() {
        Report report = judge(setup -> correct(signature -> signature.substring(0, 32), setup));
        assertThat(outcomes(report)).containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.FAILED, Outcome.OBSERVED);
        assertThat(report.diagnosis()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("verifier-accepts-wrong-mac");
            assertThat(finding.finding())
                    .isEqualTo("The verifier accepts what it must reject (WrongMac): The second half is wrong.");
            assertThat(finding.evidence())
                    .isEqualTo("2 of 2 vectors with that flag, such as signature/wrong.1, signature/wrong.2");
            assertThat(finding.explains()).containsExactly("signature/wrong.1", "signature/wrong.2");
        });
    }

    @Test
    void rejectingEverythingProvesNothingOfRejections() {
        Report report = judge(setup -> (headers, body) -> false);
        assertThat(outcomes(report))
                .containsExactly(Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.INCONCLUSIVE, Outcome.INCONCLUSIVE);
        assertThat(report.diagnosis())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id()).isEqualTo("verifier-same-answer-to-everything"));
    }

    @Test
    void aRejectionAloneIsNoProofEither() {
        Report report =
                judge(Made.of(List.of(Made.invalid("signature/wrong.1", 1))), setup -> (headers, body) -> false);
        assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(report.results().get(0).reason())
                .isEqualTo("the control, the same body signed rightly, was not accepted: reject");
    }

    @Test
    void theControlHasTheSameBody() {
        Bytes odd = Bytes.utf8("not JSON");
        Vector wrong = Made.vector(
                "signature/wrong.odd",
                Made.genuine(1),
                odd,
                Vector.Result.INVALID,
                List.of(Made.OTHER),
                Optional.of("signature-mismatch"));
        Report report = judge(
                Made.of(List.of(Made.valid("body/genuine.1", 1), wrong)),
                setup -> (headers, body) ->
                        !Bytes.of(body).equals(odd) && correct(setup).accepts(headers, body));
        assertThat(outcomes(report)).containsExactly(Outcome.PASSED, Outcome.INCONCLUSIVE);
    }

    @Test
    void breakingDownIsNoRejection() {
        Report report = judge(setup -> (headers, body) -> {
            if (!correct(setup).accepts(headers, body)) {
                throw new IllegalStateException("unequal\u001b");
            }
            return true;
        });
        assertThat(outcomes(report)).containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.FAILED, Outcome.WARNED);
        assertThat(report.results().get(1).facts())
                .contains(
                        new Fact("expected", "reject"),
                        new Fact("actual", "error"),
                        new Fact("message", "java.lang.IllegalStateException: unequal\\x1b"));
    }

    @Test
    void nothingSelectedIsNeverGreen() {
        assertThat(judge(Made.of(List.of()), VerifierRunTest::correct).conclusion())
                .isEqualTo(Conclusion.INCOMPLETE);
    }

    private static Report judge(Function<VerifierSetup, Verifier> verifier) {
        return judge(ALL, verifier);
    }

    private static Report judge(Vectors vectors, Function<VerifierSetup, Verifier> verifier) {
        return VerifierRun.of(verifier)
                .judge(vectors, "all", RunListener.SILENT)
                .report();
    }

    private static List<Outcome> outcomes(Report report) {
        return report.results().stream().map(result -> result.outcome()).toList();
    }

    private static Verifier correct(VerifierSetup setup) {
        return correct(signature -> signature, setup);
    }

    /** Right, but for what it compares of signatures. */
    private static Verifier correct(Function<String, String> compared, VerifierSetup setup) {
        return (headers, body) -> {
            String timestamp = headers.first("X-StatusPulse-Timestamp").orElse("");
            String signature = headers.first("X-StatusPulse-Signature").orElse("");
            String right = SignatureScheme.STATUSPULSE.sign(Secret.of(setup.secret()), timestamp, Bytes.of(body));
            return compared.apply(right).equals(compared.apply(signature));
        };
    }
}
