package io.statuspulse.conformance.run;

import static io.statuspulse.conformance.run.AdHoc.VALID;
import static io.statuspulse.conformance.run.AdHoc.mark;
import static io.statuspulse.conformance.run.AdHoc.marked;
import static io.statuspulse.conformance.run.AdHoc.trial;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.delivery.BodyEdit.RemoveField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the trials of a scenario make its verdict. */
@Timeout(60)
class ScenarioRunTest {
    private static final Fact EXPECTED = new Fact("expected", "a rejection (400, 401, 403) and no effect");
    private static final Fact EDIT = new Fact("edit", "AddHeader[X-Mark, 1]");
    private static final Fact ACCEPTED = new Fact("actual", "200 OK");
    private static final Trial REJECTED = trial(Step.of(marked("1"), Answer.REJECTED));
    private static final Trial CANNOT_BE_MADE = trial(Step.accepted(VALID.but(new RemoveField("no_such"))));
    private static final Trial HOLDS = trial(Step.accepted(VALID));

    @Test
    void namesAsManyTrialsThatBrokeAsAreReadAndCountsTheRest() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Result three = AdHoc.run(receiver, Expect.REJECT, REJECTED, REJECTED, REJECTED);
            Result five = AdHoc.run(receiver, Expect.REJECT, REJECTED, REJECTED, REJECTED, REJECTED, REJECTED);

            assertThat(three.facts()).containsExactly(EXPECTED, EDIT, ACCEPTED, EDIT, ACCEPTED, EDIT, ACCEPTED);
            assertThat(five.facts())
                    .containsExactly(
                            EXPECTED,
                            EDIT,
                            ACCEPTED,
                            EDIT,
                            ACCEPTED,
                            EDIT,
                            ACCEPTED,
                            new Fact("more", "2 more of its trials went wrong"));
        }
    }

    @Test
    void trialThatCannotBeMadeLeavesTheOthersToDecide() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            assertThat(AdHoc.run(receiver, Expect.ACCEPT, CANNOT_BE_MADE, HOLDS).verdict())
                    .isInstanceOf(Verdict.Passed.class);
            assertThat(AdHoc.run(receiver, Expect.ACCEPT, CANNOT_BE_MADE, CANNOT_BE_MADE)
                            .verdict())
                    .isEqualTo(new Verdict.NotApplicable("the body has no field no_such"));
        }
    }

    @Test
    void looksWhetherTheReceiverStillTakesWhatIsValidExceptWhereThatWasTheTest() {
        try (ScriptedReceiver receiver =
                ScriptedReceiver.start(r -> mark(r).isEmpty() ? r.correctly() : Reply.UNAUTHORIZED)) {
            Result rejected = AdHoc.run(receiver, Expect.REJECT, REJECTED);

            assertThat(rejected.verdict()).isInstanceOf(Verdict.Passed.class);
            assertThat(AdHoc.roles(rejected)).containsExactly(Role.CONTROL, Role.TRIAL, Role.ALIVE);
            assertThat(AdHoc.roles(AdHoc.run(receiver, Expect.ACCEPT, HOLDS))).containsExactly(Role.TRIAL);
            assertThat(AdHoc.roles(AdHoc.run(receiver, Expect.ONCE, HOLDS))).containsExactly(Role.TRIAL);
        }
    }

    @Test
    void receiverThatTakesNothingAfterwardsFails() {
        assertThat(afterwards(Reply.of(500)).verdict())
                .isEqualTo(new Verdict.Failed(
                        List.of(EXPECTED, new Fact("afterwards", "a valid delivery got: 500 Internal Server Error")),
                        false));
    }

    @Test
    void receiverThatOnlyLimitsItsRateAfterwardsDoesNot() {
        assertThat(afterwards(new Reply(429, Map.of("Retry-After", "0"), "")).verdict())
                .isInstanceOf(Verdict.Passed.class);
    }

    /** Rejects as it must, and from then on answers like that. */
    private static Result afterwards(Reply reply) {
        AtomicBoolean upset = new AtomicBoolean();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            if (!mark(r).isEmpty()) {
                upset.set(true);
                return Reply.UNAUTHORIZED;
            }
            return upset.get() ? reply : r.correctly();
        })) {
            return AdHoc.run(receiver, Expect.REJECT, REJECTED);
        }
    }

    @Test
    void receiverThatDiesOfADeliveryFailsAndNothingElseIsTried() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
                    if (mark(r).isEmpty()) {
                        return r.correctly();
                    }
                    new Thread(r.receiver()::die).start();
                    return r.never();
                });
                Session session = Session.open(Runs.settings(receiver.url()).build())) {
            Result result = session.run(AdHoc.scenario(Expect.REJECT, REJECTED, REJECTED));

            assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
            assertThat(result.facts())
                    .hasSize(4)
                    .startsWith(EXPECTED, EDIT)
                    .last()
                    .satisfies(fact -> assertThat(fact.value()).startsWith("a valid delivery got: "));
            // A connection may be closed once more before nobody is there.
            assertThat(AdHoc.roles(result))
                    .startsWith(Role.CONTROL, Role.TRIAL, Role.ALIVE)
                    .containsOnlyOnce(Role.CONTROL, Role.TRIAL);
            assertThat(session.unreachable().orElseThrow())
                    .startsWith("the receiver stopped answering during area/name: ");
        }
    }

    @Test
    void receiverThatHangsAfterwardsFailsAndIsGivenUp() {
        AtomicBoolean upset = new AtomicBoolean();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
                    if (!mark(r).isEmpty()) {
                        upset.set(true);
                        return Reply.UNAUTHORIZED;
                    }
                    return upset.get() ? r.never() : r.correctly();
                });
                Session session = Session.open(Runs.impatient(receiver.url()).build())) {
            assertThat(session.run(AdHoc.scenario(Expect.REJECT, REJECTED)).facts())
                    .hasSize(2)
                    .last()
                    .satisfies(fact -> assertThat(fact.value())
                            .startsWith("a valid delivery got: ")
                            .contains("within 1 s"));
            assertThat(session.unreachable()).isPresent();
            assertThat(session.run(AdHoc.scenario(Expect.REJECT, REJECTED)).sent())
                    .isEmpty();
        }
    }

    @Test
    void receiverThatClosesOnADeliveryAndLivesFailsEachOfThem() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> mark(r).isEmpty() ? r.correctly() : closing(r))) {
            Result result = AdHoc.run(receiver, Expect.REJECT, REJECTED, REJECTED);

            assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
            assertThat(result.facts()).hasSize(5).extracting(Fact::key).doesNotContain("afterwards");
        }
    }

    @Test
    void receiverThatClosesOnADeliveryAndThenAnswersWronglyIsSaidToHaveDoneBoth() {
        assertThat(closingAndThen(Reply.of(500)).facts())
                .extracting(Fact::value)
                .last()
                .isEqualTo("a valid delivery got: 500 Internal Server Error");
        assertThat(closingAndThen(new Reply(429, Map.of("Retry-After", "0"), ""))
                        .facts())
                .extracting(Fact::key)
                .containsExactly("expected", "edit", "actual");
    }

    private static Result closingAndThen(Reply reply) {
        AtomicBoolean upset = new AtomicBoolean();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            if (!mark(r).isEmpty()) {
                upset.set(true);
                return closing(r);
            }
            return upset.get() ? reply : r.correctly();
        })) {
            return AdHoc.run(receiver, Expect.REJECT, REJECTED);
        }
    }

    private static Reply closing(ScriptedReceiver.Request request) {
        request.exchange().close();
        return Reply.OK;
    }

    @Test
    void tellsHowLongItTook() {
        long start = System.nanoTime();
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Duration took = AdHoc.run(receiver, Expect.ACCEPT, HOLDS).duration();

            assertThat(took).isPositive().isLessThan(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
