package io.statuspulse.conformance.waiver;

import static io.statuspulse.conformance.waiver.Runs.SUITE;
import static io.statuspulse.conformance.waiver.Runs.TODAY;
import static io.statuspulse.conformance.waiver.Runs.overlay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known failures laid over what receivers really do. */
class WaivedRunTest {
    private static final String SECRET = "whsec_of_the_receiver";
    private static final String STALE_FIRST = "idempotency/stale-first";

    /** Each accepts what others of these scenarios build on the rejection of. */
    @ParameterizedTest
    @CsvSource({
        "no-drift-check, idempotency/stale-first",
        "no-past-limit, idempotency/stale-first",
        "checks-format-only, idempotency/forged-first",
        "acknowledges-first, http/connection-after-rejection"
    })
    void draftOfARunMakesTheNextOneGreen(String defect, String unasked) {
        Report failed = run(defect, SECRET);
        Report next = KnownFailures.read(KnownFailures.draft(failed).getBytes(UTF_8), "known.yaml")
                .over(SUITE, TODAY)
                .apply(run(defect, SECRET));

        assertThat(result(failed, unasked).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(failed.conclusion()).isEqualTo(Conclusion.FAILED);
        assertThat(next.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(result(next, unasked).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void whatBuildsOnAKnownFailureSaysWhich() {
        Report report = overlay("timestamp/*").apply(run("no-drift-check", SECRET));

        assertThat(result(report, STALE_FIRST).reason())
                .isEqualTo("what it builds on, that TimestampShift[-PT24H] is rejected, is known to fail:"
                        + " timestamp/day-old is waived");
        assertThat(result(report, STALE_FIRST).sent()).isNotEmpty();
    }

    @Test
    void whatBuildsOnAFailureThatIsNotKnownStaysInconclusive() {
        Report report = overlay("timestamp/hour-old", STALE_FIRST).apply(run("no-drift-check", SECRET));

        assertThat(result(report, "timestamp/hour-old").outcome()).isEqualTo(Outcome.WAIVED);
        assertThat(result(report, STALE_FIRST).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    /** It rejects all that must be rejected, and that proves nothing. */
    @Test
    void receiverThatRejectsEverythingIsNotExcused() {
        Report before = run("no-drift-check", "whsec_of_somebody_else");
        Report after = overlay("*").apply(before);

        assertThat(after.count(Outcome.FAILED)).isZero();
        assertThat(after.count(Outcome.WAIVED)).isPositive();
        assertThat(after.with(Outcome.INCONCLUSIVE))
                .hasSizeGreaterThan(50)
                .isEqualTo(before.with(Outcome.INCONCLUSIVE));
        assertThat(after.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
    }

    private static Result result(Report report, String id) {
        return report.results().stream()
                .filter(result -> result.scenario().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Report run(String defect, String secret) {
        Selection selection = new Selection(
                Optional.empty(), List.of("quick", "timestamp", "signature", "http", "*-first"), List.of("slow"));
        try (BuiltInReceiver receiver = BuiltInReceiver.start(ReceiverSettings.of(SECRET)
                        .withDefect(Defects.named(defect).orElseThrow()));
                Session session = Session.open(RunSettings.of(
                                new Target(receiver.url()), new Secrets(Secret.of(secret), Optional.empty(), List.of()))
                        .build())) {
            return session.run(selection.name(), selection.from(SUITE), RunListener.SILENT);
        }
    }
}
