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
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Split;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** Whoever waives a failure needs one file for all shards, wherever its scenario is run. */
    @Test
    void shardsAreGreenByTheFailuresThatAreKnownOfAll() {
        Overlay known = KnownFailures.read(
                        KnownFailures.draft(run("no-drift-check", SECRET)).getBytes(UTF_8), "known.yaml")
                .over(SUITE, TODAY);
        List<Report> shards = IntStream.of(4, 7)
                .boxed()
                .flatMap(count -> IntStream.rangeClosed(1, count).mapToObj(index -> new Split(index, count)))
                .map(split -> run("no-drift-check", SECRET, split))
                .toList();
        List<Report> overlaid = shards.stream().map(known::apply).toList();

        assertThat(shards)
                .anyMatch(
                        shard -> ids(shard).contains(STALE_FIRST) && !ids(shard).contains("timestamp/day-old"));
        assertThat(overlaid)
                .allSatisfy(shard -> assertThat(shard.conclusion())
                        .as(() -> shard.shard() + " " + shard.with(Outcome.INCONCLUSIVE)
                                + shard.with(Outcome.STALE_WAIVER))
                        .isEqualTo(Conclusion.PASSED));
    }

    /** What leaks by the deliveries of one shard passes in the others. */
    @Test
    void whatAllAnswersOfARunJudgeIsNotStaleInAShard() {
        String leak = "signature/not-revealed";
        Overlay known = overlay(leak);
        Report whole = known.apply(run("no-drift-check", SECRET));
        Report shard = known.apply(run("no-drift-check", SECRET, new Split(1, 5)));

        assertThat(result(whole, leak).outcome()).isEqualTo(Outcome.STALE_WAIVER);
        assertThat(result(shard, leak).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result(shard, leak).facts())
                .contains(new Fact(
                        Fact.REPORTED,
                        "nothing failed that the known failure " + leak + " (entry 1 of the known failures) names, but"
                                + " other shards judge it too: whether it can be taken out is open"));
    }

    private static List<String> ids(Report report) {
        return report.results().stream().map(result -> result.scenario().id()).toList();
    }

    private static Result result(Report report, String id) {
        return report.results().stream()
                .filter(result -> result.scenario().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Report run(String defect, String secret) {
        return run(defect, secret, new Split(1, 1)).of(Optional.empty(), RunAgain.at("http://127.0.0.1/hook"));
    }

    private static Report run(String defect, String secret, Split split) {
        Selection selection = new Selection(
                Optional.empty(), List.of("quick", "timestamp", "signature", "http", "*-first"), List.of("slow"));
        try (BuiltInReceiver receiver = BuiltInReceiver.start(ReceiverSettings.of(SECRET)
                        .withDefect(Defects.named(defect).orElseThrow()));
                Session session = Session.open(RunSettings.of(
                                new Target(receiver.url()), new Secrets(Secret.of(secret), Optional.empty(), List.of()))
                        .build())) {
            List<Scenario> selected = selection.from(SUITE);
            return session.run(selection.name(), split.from(selected), RunListener.SILENT)
                    .of(Optional.of(split.of(selected, "rules")), RunAgain.at("http://127.0.0.1/hook"));
        }
    }
}
