package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.wire.Deadlines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that somebody ends early. Deadlines are an hour, so that none of them can be what ends a wait. */
@Timeout(60)
class StopTest {
    private static final String WHY = "interrupted";
    private static final String HANGING = "tampering/emptied";

    @Test
    void whatHadFinishedCountsAndWhatHadNotIsInconclusive() {
        List<Scenario> scenarios = Runs.scenarios("signature/wrong", "signature/missing", HANGING, "rotation/live");
        try (ScriptedReceiver receiver = hangingIn(HANGING);
                Session session = patient(receiver)) {
            Report report = stoppedAfter(2, session, scenarios);

            assertThat(report.interrupted()).contains(WHY);
            assertThat(report.results()).extracting(Result::scenario).isEqualTo(scenarios);
            assertThat(Runs.outcome(report, "signature/wrong")).isEqualTo(Outcome.PASSED);
            assertThat(Runs.outcome(report, "signature/missing")).isEqualTo(Outcome.PASSED);
            for (String unfinished : List.of(HANGING, "rotation/live")) {
                assertThat(Runs.outcome(report, unfinished)).isEqualTo(Outcome.INCONCLUSIVE);
                assertThat(Runs.result(report, unfinished).reason()).isEqualTo(WHY);
            }
            assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
            assertThat(report.unreachable()).isEmpty();
        }
    }

    @Test
    void oneAtATimeIsStoppedToo() {
        try (ScriptedReceiver receiver = hangingIn(HANGING);
                Session session = Session.open(settings(receiver).jobs(1).build())) {
            Report report = stoppedAfter(1, session, Runs.scenarios("signature/missing", HANGING, "signature/wrong"));

            assertThat(Runs.outcome(report, "signature/missing")).isEqualTo(Outcome.PASSED);
            assertThat(report.count(Outcome.INCONCLUSIVE)).isEqualTo(2);
            assertThat(receiver.requests()).noneMatch(request -> request.isFor("signature/wrong"));
        }
    }

    @Test
    void failureThatWasSeenStaysOne() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(
                        request -> request.isFor(HANGING) ? request.never() : ScriptedReceiver.Reply.OK);
                Session session = patient(receiver)) {
            Report report = stoppedAfter(1, session, Runs.scenarios("signature/wrong", HANGING));

            assertThat(Runs.outcome(report, "signature/wrong")).isEqualTo(Outcome.FAILED);
            assertThat(report.conclusion()).isEqualTo(Conclusion.FAILED);
            assertThat(report.interrupted()).contains(WHY);
        }
    }

    @Test
    void nothingIsSentToExplainAnInterruptedRun() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(
                        request -> request.isFor(HANGING) ? request.never() : ScriptedReceiver.Reply.UNAUTHORIZED);
                Session session = patient(receiver)) {
            Report report = stoppedAfter(1, session, Runs.scenarios("acceptance/chunked", HANGING));

            assertThat(report.diagnosis()).isEmpty();
            assertThat(receiver.requests()).hasSizeLessThan(10);
        }
    }

    @Test
    void searchForAnExplanationIsStoppedToo() {
        CompletableFuture<String> searching = new CompletableFuture<>();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(request -> {
                    if (request.isFor("greeting") || request.isFor("signature/missing")) {
                        return ScriptedReceiver.Reply.UNAUTHORIZED;
                    }
                    searching.complete(request.header("User-Agent"));
                    return request.never();
                });
                Session session = patient(receiver)) {
            CompletableFuture<Void> stopping = searching.thenAccept(by -> session.stop(WHY));
            Report report = session.run("some", Runs.scenarios("signature/missing"), RunListener.SILENT);

            stopping.join();
            assertThat(report.interrupted()).contains(WHY);
        }
    }

    @Test
    void whatHasNotBeenSeenInEffectsHasNotPassed() {
        List<Scenario> scenarios = Runs.scenarios("signature/wrong", HANGING);
        try (ScriptedReceiver receiver = hangingIn(HANGING);
                Session session = Session.open(
                        settings(receiver).effects(receiver::effects).build())) {
            assertThat(session.observesEffects()).isTrue();

            Report report = stoppedAfter(1, session, scenarios);

            assertThat(Runs.outcome(report, "signature/wrong")).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(Runs.result(report, "signature/wrong").reason()).isEqualTo(WHY);
        }
    }

    @Test
    void whatIsJudgedByAllAnswersHasNotPassedOnSome() {
        Scenario leak = Suite.scenarios().stream()
                .filter(scenario -> scenario.expect() == Expect.OBSERVE_LEAK)
                .findFirst()
                .orElseThrow();
        List<Scenario> scenarios = Runs.scenarios(leak.id(), HANGING);
        try (ScriptedReceiver receiver = hangingIn(HANGING);
                Session session = patient(receiver)) {
            assertThat(Runs.outcome(stoppedAfter(1, session, scenarios), leak.id()))
                    .isEqualTo(Outcome.INCONCLUSIVE);
        }
        try (ScriptedReceiver receiver = ScriptedReceiver.start(request -> request.isFor(HANGING)
                        ? request.never()
                        : request.genuine()
                                ? ScriptedReceiver.Reply.OK
                                : new ScriptedReceiver.Reply(401, Map.of(), Runs.SECRET));
                Session session = patient(receiver)) {
            assertThat(Runs.outcome(stoppedAfter(1, session, scenarios), leak.id()))
                    .isEqualTo(Outcome.FAILED);
        }
    }

    /** As where Ctrl-C ends the receiver, too. */
    @Test
    void receiverThatFellSilentTheMomentBeforeIsNotBlamed() {
        for (boolean stopped : List.of(false, true)) {
            try (ScriptedReceiver receiver = dyingIn(HANGING);
                    Session session =
                            Session.open(Runs.settings(receiver.url()).jobs(1).build())) {
                Report report =
                        session.run("some", Runs.scenarios("signature/missing", HANGING), (scenario, done, total) -> {
                            if (stopped && done == 2) {
                                session.stop(WHY);
                            }
                        });

                assertThat(Runs.outcome(report, "signature/missing")).isEqualTo(Outcome.PASSED);
                assertThat(Runs.outcome(report, HANGING)).isEqualTo(stopped ? Outcome.INCONCLUSIVE : Outcome.FAILED);
                assertThat(report.unreachable().isPresent()).isEqualTo(!stopped);
                assertThat(report.interrupted().isPresent()).isEqualTo(stopped);
            }
        }
    }

    @Test
    void stopBeforeTheRunLeavesNothingOfIt() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct();
                Session session = patient(receiver)) {
            session.stop(WHY);
            session.stop("another reason, too late");

            Report report = session.run("some", Runs.scenarios("signature/*"), (scenario, done, total) -> {
                throw new AssertionError("nothing is run");
            });

            assertThat(report.results())
                    .hasSizeGreaterThan(10)
                    .allMatch(r -> r.reason().equals(WHY));
            assertThat(session.run(Suite.find("signature/wrong").orElseThrow()).reason())
                    .isEqualTo(WHY);
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void runThatDidNotBeginSaysWhy() {
        RunSettings settings = Runs.settings("http://127.0.0.1:9/hook").build();
        Report stopped = Session.notRun(settings, "some", Runs.scenarios("signature/*"), WHY, true);
        Report nobody = Session.notRun(settings, "some", Runs.scenarios("signature/*"), "nobody is there", false);

        assertThat(stopped.results())
                .isNotEmpty()
                .allMatch(result -> result.reason().equals(WHY));
        assertThat(stopped.interrupted()).contains(WHY);
        assertThat(stopped.unreachable()).isEmpty();
        assertThat(nobody.interrupted()).isEmpty();
        assertThat(nobody.unreachable()).contains("nobody is there");
        assertThat(List.of(stopped, nobody)).allMatch(report -> report.conclusion() == Conclusion.INCOMPLETE);
    }

    @Test
    void stopAfterTheRunChangesNothing() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct();
                Session session = patient(receiver)) {
            Report report = session.run("some", Runs.scenarios("signature/wrong"), RunListener.SILENT);
            session.stop(WHY);

            assertThat(report.interrupted()).isEmpty();
            assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        }
    }

    @Test
    void listenerHearsNothingOfWhatFinishesLater() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        ScriptedReceiver receiver = hangingIn(HANGING);
        try (receiver;
                Session session = patient(receiver)) {
            session.run("some", Runs.scenarios("signature/wrong", HANGING), (result, done, total) -> {
                heard.add(result.scenario().id());
                await().until(() -> receiver.requests().stream().anyMatch(request -> request.isFor(HANGING)));
                session.stop(WHY);
            });
            assertThat(heard).containsExactly("signature/wrong");
        }
        // What hung has been answered, or cut off, when the receiver is closed.
        assertThat(heard).containsExactly("signature/wrong");
    }

    private static RunSettings.Builder settings(ScriptedReceiver receiver) {
        return Runs.settings(receiver.url()).deadlines(Deadlines.all(Duration.ofHours(1)));
    }

    private static Session patient(ScriptedReceiver receiver) {
        return Session.open(settings(receiver).build());
    }

    private static ScriptedReceiver hangingIn(String id) {
        return ScriptedReceiver.start(request -> request.isFor(id) ? request.never() : request.correctly());
    }

    /** It is gone when it gets the delivery that the scenario is about. */
    private static ScriptedReceiver dyingIn(String id) {
        return ScriptedReceiver.start(request -> {
            if (request.isFor(id) && !request.genuine()) {
                request.receiver().die();
            }
            return request.correctly();
        });
    }

    /** Stops once that many have finished. */
    private static Report stoppedAfter(int finished, Session session, List<Scenario> scenarios) {
        return session.run("some", scenarios, (scenario, done, total) -> {
            if (done == finished) {
                session.stop(WHY);
            }
        });
    }
}
