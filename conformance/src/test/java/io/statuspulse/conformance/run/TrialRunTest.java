package io.statuspulse.conformance.run;

import static io.statuspulse.conformance.run.AdHoc.VALID;
import static io.statuspulse.conformance.run.AdHoc.mark;
import static io.statuspulse.conformance.run.AdHoc.marked;
import static io.statuspulse.conformance.run.AdHoc.trial;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.run.ScriptedReceiver.Request;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.wire.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the steps of a trial are sent and judged. */
@Timeout(60)
class TrialRunTest {
    private static final Step ACCEPTED = Step.accepted(VALID);

    @Test
    void eachStepHasAConnectionOfItsOwnUnlessItSaysOtherwise() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            AdHoc.run(receiver, Expect.ACCEPT, trial(ACCEPTED, ACCEPTED));
            AdHoc.run(receiver, Expect.ACCEPT, trial(ACCEPTED, ACCEPTED.onSameConnection()));

            List<Integer> ports = ports(receiver);
            assertThat(ports.get(0)).isNotEqualTo(ports.get(1));
            assertThat(ports.get(2)).isEqualTo(ports.get(3));
        }
    }

    @Test
    void bothFramingsAreTakenOnlyWhereTheConnectionIsClosedAfterwards() {
        Trial tricky = trial(Step.of(VALID, Answer.REJECTED_OR_CLOSED));
        try (ScriptedReceiver keeping = ScriptedReceiver.correct();
                ScriptedReceiver closing =
                        ScriptedReceiver.start(r -> new Reply(200, Map.of("Connection", "close"), ""))) {
            assertThat(AdHoc.run(closing, Expect.ACCEPT, tricky).verdict()).isEqualTo(new Verdict.Passed(List.of()));
            assertThat(AdHoc.run(keeping, Expect.ACCEPT, tricky).facts())
                    .containsExactly(
                            new Fact("expected", "a 2xx answer in time"),
                            new Fact("actual", "200 OK"),
                            new Fact("afterwards", "the connection was still open after 500 ms"));
        }
    }

    @Test
    void rejectionMayLeaveTheConnectionOpen() {
        try (ScriptedReceiver receiver =
                ScriptedReceiver.start(r -> mark(r).isEmpty() ? r.correctly() : Reply.UNAUTHORIZED)) {
            Trial tricky = trial(Step.of(marked("1"), Answer.REJECTED_OR_CLOSED));

            assertThat(AdHoc.run(receiver, Expect.REJECT, tricky).verdict()).isEqualTo(new Verdict.Passed(List.of()));
        }
    }

    @Test
    void stepThatBreaksEndsItsTrial() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Result result = AdHoc.run(receiver, Expect.ACCEPT, trial(Step.of(VALID, Answer.REJECTED), ACCEPTED));

            assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
            assertThat(receiver.requests()).hasSize(2);
        }
    }

    @Test
    void waitsAsLongAsAStepSaysAndNotOtherwise() {
        List<Duration> paused = Collections.synchronizedList(new ArrayList<>());
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            RunSettings settings = Runs.settings(receiver.url())
                    .pace(planned -> {
                        paused.add(planned);
                        return Duration.ZERO;
                    })
                    .build();
            AdHoc.run(
                    settings,
                    AdHoc.scenario(Expect.ACCEPT, trial(ACCEPTED, ACCEPTED.after(Duration.ofSeconds(7)), ACCEPTED)));

            assertThat(paused).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void tellsWhichTrialsWait() {
        Step unanswered = Step.of(VALID, Answer.NONE);
        Step later = ACCEPTED.after(Duration.ofSeconds(1));

        assertThat(waits(Expect.ONCE, ACCEPTED, ACCEPTED)).isFalse();
        assertThat(waits(Expect.ONCE, ACCEPTED, later)).isTrue();
        assertThat(waits(Expect.ONCE, later, ACCEPTED)).isTrue();
        assertThat(waits(Expect.ONCE, unanswered, ACCEPTED)).isTrue();
        assertThat(waits(Expect.ONCE, ACCEPTED, unanswered))
                .as("nothing comes after it")
                .isFalse();
        assertThat(waits(Expect.SURVIVE, ACCEPTED, unanswered))
                .as("but a look at it")
                .isTrue();
        assertThat(waits(Expect.SURVIVE, ACCEPTED, ACCEPTED)).isFalse();
    }

    private static boolean waits(Expect expect, Step... steps) {
        Trial trial = trial(steps);
        return TrialRun.waits(AdHoc.scenario(expect, trial), trial);
    }

    @Test
    void givesAnAttemptWhoseAnswerIsNotAwaitedTimeToBeProcessed() {
        List<Long> came = Collections.synchronizedList(new ArrayList<>());
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            came.add(System.nanoTime());
            return r.correctly();
        })) {
            AdHoc.run(receiver, Expect.ONCE, trial(Step.of(VALID, Answer.NONE), ACCEPTED));

            // Greeting, the attempt, the next: a lower bound only, since machines are slow and never too fast.
            assertThat(came.get(2) - came.get(1))
                    .isGreaterThan(Duration.ofMillis(95).toNanos());
        }
    }

    @Test
    void stepsShareEventsByNumberAndTrialsShareNone() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            AdHoc.run(receiver, Expect.ACCEPT, trial(ACCEPTED, ACCEPTED, ACCEPTED.onEvent(1)), trial(ACCEPTED));

            List<String> ids = ids(receiver);
            assertThat(ids.get(0)).isEqualTo(ids.get(1));
            assertThat(List.of(ids.get(0), ids.get(2), ids.get(3))).doesNotHaveDuplicates();
        }
    }

    @Test
    void copiesCarryOneEventOrEachTheNextOne() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            AdHoc.run(receiver, Expect.ACCEPT, trial(ACCEPTED.copies(3)));
            assertThat(ids(receiver)).hasSize(3).containsOnly(ids(receiver).get(0));
        }
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            AdHoc.run(receiver, Expect.ACCEPT, trial(ACCEPTED.copies(3).eachItsOwnEvent(), ACCEPTED.onEvent(2)));
            assertThat(ids(receiver)).hasSize(4);
            assertThat(ids(receiver).subList(0, 3))
                    .doesNotHaveDuplicates()
                    .contains(ids(receiver).get(3));
        }
    }

    @Test
    void sendsTheSameBytesOnceMore() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Result result = AdHoc.run(receiver, Expect.ONCE, trial(ACCEPTED, ACCEPTED.sameBytes()));

            assertThat(result.sent().get(1).exchange().delivery())
                    .isSameAs(result.sent().get(0).exchange().delivery());
        }
        try (ScriptedReceiver receiver =
                ScriptedReceiver.start(r -> r.receiver().requests().size() > 2 ? Reply.of(500) : r.correctly())) {
            assertThat(AdHoc.run(receiver, Expect.ONCE, trial(ACCEPTED, ACCEPTED.sameBytes()))
                            .facts())
                    .contains(new Fact("actual", "500 Internal Server Error"));
        }
    }

    @Test
    void bytesThatAreSentAgainAreAsOldAsThePauseBeforeThem() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            RunSettings settings =
                    Runs.settings(receiver.url()).pace(planned -> Duration.ZERO).build();
            Step soon = Step.of(VALID, Answer.REJECTED).after(Duration.ofSeconds(301));

            assertThat(AdHoc.run(settings, AdHoc.scenario(Expect.REJECT, trial(ACCEPTED, soon.sameBytes())))
                            .verdict())
                    .isEqualTo(new Verdict.NotApplicable(
                            "a timestamp 301 s old is not well outside the configured tolerance of 300 s"));
            assertThat(AdHoc.run(
                                    settings,
                                    AdHoc.scenario(
                                            Expect.ACCEPT, trial(ACCEPTED, ACCEPTED.after(Duration.ofSeconds(301)))))
                            .verdict())
                    .isEqualTo(new Verdict.Passed(List.of()));
        }
    }

    @Test
    void receiverThatHangsOnAPlainControlIsGivenUp() {
        AtomicBoolean greeted = new AtomicBoolean();
        try (ScriptedReceiver receiver =
                        ScriptedReceiver.start(r -> greeted.getAndSet(true) ? r.never() : r.correctly());
                Session session = Session.open(Runs.impatient(receiver.url()).build())) {
            Result result = session.run(AdHoc.scenario(Expect.REJECT, trial(Step.of(marked("1"), Answer.REJECTED))));

            assertThat(result.verdict()).isInstanceOf(Verdict.Inconclusive.class);
            assertThat(AdHoc.roles(result)).containsExactly(Role.CONTROL);
            assertThat(session.unreachable()).isPresent();
        }
    }

    @Test
    void receiverThatHangsOnThisControlAloneIsNotGivenUp() {
        try (ScriptedReceiver receiver =
                        ScriptedReceiver.start(r -> r.body().contains("x_slow") ? r.never() : r.correctly());
                Session session = Session.open(Runs.impatient(receiver.url()).build())) {
            Step faulty =
                    Step.of(VALID.with(new SetField("x_slow", "1")).but(new AddHeader("X-Mark", "1")), Answer.REJECTED);
            Result result = session.run(AdHoc.scenario(Expect.REJECT, trial(faulty)));

            assertThat(result.verdict()).isInstanceOf(Verdict.Inconclusive.class);
            assertThat(AdHoc.roles(result)).containsExactly(Role.CONTROL, Role.ALIVE);
            assertThat(session.unreachable()).isEmpty();
        }
    }

    @Test
    void whatTheEndpointHasNoSecretForIsNotApplicableWhateverTheControlShows() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> Reply.of(500))) {
            RunSettings settings = RunSettings.of(Target.of(receiver.url()), Secrets.of(Secret.of(Runs.SECRET)))
                    .build();
            Trial previous = trial(Step.of(VALID.but(new SignWith(SigningKey.Known.PREVIOUS)), Answer.REJECTED));

            assertThat(AdHoc.run(settings, AdHoc.scenario(Expect.REJECT, previous))
                            .verdict())
                    .isInstanceOf(Verdict.NotApplicable.class);
        }
    }

    @Test
    void timestampAtTheEdgeOfTheToleranceIsNotAskedAbout() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Trial edge = trial(Step.accepted(VALID.but(new TimestampShift(Duration.ofSeconds(-299)))));

            assertThat(AdHoc.run(receiver, Expect.ACCEPT, edge).verdict())
                    .isEqualTo(new Verdict.NotApplicable(
                            "a timestamp 299 s old is not well inside the configured tolerance of 300 s"));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void skewThatMovesATimestampOverTheEdgeProvesNothing() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            RunSettings behind = Runs.settings(receiver.url())
                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-60)))
                    .build();
            Trial inside = trial(Step.accepted(VALID.but(new TimestampShift(Duration.ofSeconds(-280)))));

            Verdict verdict =
                    AdHoc.run(behind, AdHoc.scenario(Expect.ACCEPT, inside)).verdict();

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Inconclusive.class,
                            unclear -> assertThat(unclear.reason())
                                    .startsWith("the receiver's clock is ")
                                    .contains(" ahead of ours "));
        }
    }

    @Test
    void controlThatFailsForASkewSaysSo() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            RunSettings hourBehind = Runs.settings(receiver.url())
                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)))
                    .build();
            Trial rejected = trial(Step.of(marked("1"), Answer.REJECTED));

            Result skewed = AdHoc.run(hourBehind, AdHoc.scenario(Expect.REJECT, rejected));

            assertThat(skewed.reason())
                    .startsWith("the control, the same delivery without its edit, was not accepted: 401")
                    .matches(".*; the receiver's clock is \\S+ s ahead of ours|.*; .* 1 h ahead of ours");
        }
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> Reply.UNAUTHORIZED)) {
            assertThat(AdHoc.run(receiver, Expect.REJECT, trial(Step.of(marked("1"), Answer.REJECTED)))
                            .reason())
                    .endsWith("was not accepted: 401 Unauthorized (\"no\")");
        }
    }

    @Test
    void stepThatTheTestBuildsOnProvesNothingWhereItFails() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> Reply.UNAUTHORIZED)) {
            assertThat(AdHoc.run(receiver, Expect.ONCE, trial(ACCEPTED.asPrecondition()))
                            .verdict())
                    .isEqualTo(new Verdict.Inconclusive(
                            "the delivery that the test builds on was not answered as it must be",
                            List.of(new Fact("actual", "401 Unauthorized (\"no\")"))));
        }
    }

    @Test
    void reportsWhatItOnlyObservesAndWhatItOnlyTolerates() {
        Fact observed = new Fact("observed", "AddHeader[X-Mark, 1]: 200 OK");
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            assertThat(AdHoc.run(receiver, Expect.OBSERVE, trial(Step.of(marked("1"), Answer.ANY)))
                            .facts())
                    .containsExactly(observed);
            assertThat(AdHoc.run(receiver, Expect.REFUSE, trial(Step.of(marked("1"), Answer.REFUSED)))
                            .facts())
                    .containsExactly(observed);
            assertThat(AdHoc.run(receiver, Expect.SURVIVE, trial(Step.of(marked("1"), Answer.ANY)))
                            .facts())
                    .isEmpty();
        }
        try (ScriptedReceiver receiver =
                ScriptedReceiver.start(r -> mark(r).isEmpty() ? r.correctly() : Reply.of(422))) {
            assertThat(AdHoc.run(receiver, Expect.REFUSE, trial(Step.of(marked("1"), Answer.REFUSED)))
                            .verdict())
                    .isEqualTo(new Verdict.Passed(List.of()));
        }
    }

    @Test
    void controlsAreSentWhereARejectionIsToProveSomething() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Trial faulty = trial(Step.of(marked("1"), Answer.ANY));
            Trial unanswered = trial(Step.of(marked("1"), Answer.NONE));

            assertThat(AdHoc.roles(AdHoc.run(receiver, Expect.SURVIVE, faulty))).contains(Role.CONTROL);
            assertThat(AdHoc.roles(AdHoc.run(receiver, Expect.SURVIVE, unanswered)))
                    .contains(Role.CONTROL);
            assertThat(AdHoc.roles(AdHoc.run(receiver, Expect.OBSERVE, unanswered)))
                    .doesNotContain(Role.CONTROL);
            assertThat(AdHoc.roles(AdHoc.run(receiver, Expect.ACCEPT, faulty))).doesNotContain(Role.CONTROL);
            assertThat(AdHoc.roles(AdHoc.run(receiver, Expect.ONCE, faulty))).doesNotContain(Role.CONTROL);
            assertThat(AdHoc.roles(AdHoc.run(receiver, Expect.SURVIVE, trial(Step.of(VALID, Answer.ANY)))))
                    .doesNotContain(Role.CONTROL);
        }
    }

    @ParameterizedTest
    @EnumSource(Trial.Effects.class)
    void effectsAreHeldAgainstWhatTheTrialSaysOfThem(Trial.Effects effects) {
        Trial accepted = trial(effects, ACCEPTED);
        // It was refused in the end, and accepted before: that may have had an effect.
        Trial refused = trial(effects, Step.of(marked("refused"), Answer.ANY));
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            Reply reply = r.correctly();
            return mark(r).isEmpty() ? reply : Reply.UNAUTHORIZED;
        })) {
            RunSettings settings =
                    Runs.settings(receiver.url()).effects(receiver::effects).build();

            assertThat(AdHoc.run(settings, AdHoc.scenario(Expect.SURVIVE, accepted))
                            .verdict())
                    .isInstanceOf(effects == Trial.Effects.NONE ? Verdict.Failed.class : Verdict.Passed.class);
            assertThat(AdHoc.run(settings, AdHoc.scenario(Expect.SURVIVE, refused))
                            .verdict())
                    .isInstanceOf(
                            effects == Trial.Effects.NONE || effects == Trial.Effects.NONE_UNLESS_ACCEPTED
                                    ? Verdict.Failed.class
                                    : Verdict.Passed.class);
        }
        try (ScriptedReceiver idle =
                ScriptedReceiver.start(r -> r.isFor("greeting") || r.isFor("last") ? r.correctly() : Reply.OK)) {
            RunSettings settings =
                    Runs.settings(idle.url()).effects(idle::effects).build();

            assertThat(AdHoc.run(settings, AdHoc.scenario(Expect.SURVIVE, accepted))
                            .verdict())
                    .isInstanceOf(
                            effects == Trial.Effects.ONCE || effects == Trial.Effects.TAKEN
                                    ? Verdict.Failed.class
                                    : Verdict.Passed.class);
        }
    }

    /** The ports that deliveries came from, after the greeting. */
    private static List<Integer> ports(ScriptedReceiver receiver) {
        return receiver.requests().stream()
                .filter(r -> !r.isFor("greeting"))
                .map(r -> r.exchange().getRemoteAddress().getPort())
                .toList();
    }

    private static List<String> ids(ScriptedReceiver receiver) {
        return receiver.requests().stream()
                .filter(r -> !r.isFor("greeting"))
                .map(Request::eventId)
                .toList();
    }
}
