package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that answer at once, and wrongly. */
@Timeout(60)
class AnswersTest {

    @Test
    void correctReceiverPassesWithoutAnythingToSay() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(receiver::effects).build(),
                    "acceptance",
                    "signature/*",
                    "tampering",
                    "timestamp",
                    "secret");

            assertThat(report.results())
                    .filteredOn(r -> r.outcome() != Outcome.PASSED && r.outcome() != Outcome.OBSERVED)
                    .filteredOn(r -> !r.reason().startsWith("there is no TLS to judge"))
                    .extracting(r -> r.scenario().id() + " " + r.verdict())
                    .isEmpty();
            assertThat(report.diagnosis()).isEmpty();
        }
    }

    @Test
    void rejectionsOfAReceiverThatRejectsEverythingProveNothing() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> Reply.UNAUTHORIZED)) {
            Report report = Runs.all(Runs.settings(receiver.url()).build());

            Runs.assertAll(report, Expect.REJECT, 90, ".* INCONCLUSIVE .*401.*");
            Runs.assertAll(report, Expect.ACCEPT, 40, ".* (FAILED|WARNED) .*401.*");
            assertThat(report.diagnosis())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.finding()).contains("does not accept a correctly signed"));
            assertThat(Runs.ids(report, Outcome.PASSED)).containsExactly("signature/not-revealed", "http/no-redirect");
            assertThat(report.conclusion()).isEqualTo(Conclusion.FAILED);
        }
    }

    @Test
    void receiverThatAcceptsEverythingFailsEveryRejection() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> Reply.OK)) {
            Report report = Runs.all(Runs.settings(receiver.url()).build());

            Runs.assertAll(report, Expect.REJECT, 90, ".* (FAILED|WARNED) .*200.*");
            Runs.assertAll(report, Expect.ACCEPT, 1, ".* (PASSED|OBSERVED|INCONCLUSIVE .*the test builds on.*) .*");
            assertThat(Runs.facts(Runs.result(report, "signature/wrong")))
                    .contains("expected: a rejection (400, 401, 403) and no effect")
                    .contains("edit: AlterSignature[every-character]")
                    .contains("actual: 200");
        }
    }

    @Test
    void serverErrorIsNoRejection() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> r.genuine() ? Reply.OK : Reply.of(500))) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "signature/*", "tampering", "secret");

            Runs.assertAll(report, Expect.REJECT, 50, ".* (FAILED|WARNED) .*500.*");
            assertThat(Runs.outcome(report, "signature/wrong")).isEqualTo(Outcome.FAILED);
            assertThat(Runs.outcome(report, "signature/not-revealed")).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void redirectIsNoRejectionAndItsTargetIsShown() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(
                r -> r.genuine() ? Reply.OK : new Reply(302, Map.of("Location", "/login?next=hook"), ""))) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "signature/wrong");

            Result result = Runs.result(report, "signature/wrong");
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(Runs.facts(result)).contains("302").contains("/login?next=hook");
        }
    }

    @Test
    void otherStatusesCountAsRejectionsWhereTheyAreConfigured() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> r.genuine() ? Reply.OK : Reply.of(404))) {
            RunSettings.Builder settings = Runs.settings(receiver.url());

            assertThat(Runs.outcome(Runs.some(settings.build(), "signature/wrong"), "signature/wrong"))
                    .isEqualTo(Outcome.FAILED);
            assertThat(Runs.outcome(
                            Runs.some(settings.rejections(Set.of(404)).build(), "signature/wrong"), "signature/wrong"))
                    .isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void receiverThatAcceptsNothingAfterAForgeryFails() {
        AtomicBoolean upset = new AtomicBoolean();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            upset.compareAndSet(false, !r.genuine());
            return r.genuine() && upset.get() ? Reply.of(503) : r.correctly();
        })) {
            Report report = Runs.some(Runs.settings(receiver.url()).jobs(1).build(), "signature/wrong");

            assertThat(Runs.outcome(report, "signature/wrong")).isEqualTo(Outcome.FAILED);
            assertThat(Runs.facts(Runs.result(report, "signature/wrong")))
                    .contains("afterwards")
                    .contains("503");
        }
    }

    @Test
    void shouldWarnsAndFailsOnlyWhenStrict() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(
                r -> r.header("X-StatusPulse-Signature").startsWith("sha256=") ? Reply.OK : r.correctly())) {
            Report lenient = Runs.some(Runs.settings(receiver.url()).build(), "signature/prefixed");
            Report strict = Runs.some(Runs.settings(receiver.url()).strict(true).build(), "signature/prefixed");

            assertThat(Runs.outcome(lenient, "signature/prefixed")).isEqualTo(Outcome.WARNED);
            assertThat(lenient.conclusion()).isEqualTo(Conclusion.PASSED);
            assertThat(Runs.outcome(strict, "signature/prefixed")).isEqualTo(Outcome.FAILED);
            assertThat(strict.conclusion()).isEqualTo(Conclusion.FAILED);
        }
    }

    @Test
    void oneTrialWithoutAControlDoesNotHideWhatTheOthersShow() {
        // It knows no certificates, and lets pings in unsigned.
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            if (r.body().contains("\"certificate_expiry\"")) {
                return Reply.of(422);
            }
            return r.body().contains("\"ping\"") ? Reply.OK : r.correctly();
        })) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "signature/unsigned-control-events");

            assertThat(Runs.outcome(report, "signature/unsigned-control-events"))
                    .isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void scenariosThatNeedAnotherSecretAreNotApplicableWithoutIt() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            RunSettings settings = RunSettings.of(
                            Target.of(receiver.url()), new Secrets(Secret.of(Runs.SECRET), Optional.empty(), List.of()))
                    .build();

            Report report = Runs.some(settings, "rotation/previous-in-overlap", "rotation/retired");

            assertThat(report.results()).hasSize(2).allSatisfy(r -> {
                assertThat(r.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
                assertThat(r.reason()).isNotBlank();
            });
            assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        }
    }
}
