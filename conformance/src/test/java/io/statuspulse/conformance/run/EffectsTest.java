package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receiver did, beyond how it answered. */
@Timeout(60)
class EffectsTest {

    @Test
    void probeCountsAndTheReportSaysSo() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(receiver::effects).build(),
                    "idempotency/retry",
                    "signature/wrong");

            assertThat(report.effectsObserved()).isTrue();
            assertThat(report.results()).allMatch(r -> r.outcome() == Outcome.PASSED);
        }
    }

    @Test
    void withoutAProbeEffectsAreNotSaidToBeRight() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "idempotency/retry");

            Result result = Runs.result(report, "idempotency/retry");
            assertThat(report.effectsObserved()).isFalse();
            assertThat(result.outcome()).isEqualTo(Outcome.OBSERVED);
            assertThat(result.facts()).extracting(Fact::value).anyMatch(text -> text.contains("no effect probe"));
        }
    }

    @Test
    void firstQuestionWhichMayTakeLongIsAboutAnEventThatIsNeverSent() {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Report report = Runs.some(
                    Runs.settings(receiver.url())
                            .effects(id -> {
                                asked.add(id);
                                return receiver.effects(id);
                            })
                            .build(),
                    "idempotency/retry");

            assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
            assertThat(receiver.requests())
                    .extracting(ScriptedReceiver.Request::eventId)
                    .contains(asked.get(1))
                    .doesNotContain(asked.get(0));
        }
    }

    @Test
    void whatKeepsThatOneFromBeingAnsweredIsOfNoMatter() {
        AtomicInteger questions = new AtomicInteger();
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Report report = Runs.some(
                    Runs.settings(receiver.url())
                            .effects(id -> {
                                if (questions.getAndIncrement() == 0) {
                                    throw new IllegalStateException("knows no such event");
                                }
                                return receiver.effects(id);
                            })
                            .build(),
                    "idempotency/retry");

            assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        }
    }

    @Test
    void forgeryThatIsRejectedAndProcessedFails() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            Reply reply = r.correctly();
            if (!r.genuine()) {
                r.process();
            }
            return reply;
        })) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(receiver::effects).build(), "signature/wrong");

            assertThat(Runs.outcome(report, "signature/wrong")).isEqualTo(Outcome.FAILED);
            assertThat(Runs.facts(Runs.result(report, "signature/wrong")))
                    .contains("was processed once, expected never");
        }
    }

    @Test
    void eventThatIsProcessedTwiceFails() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            r.process();
            return Reply.OK;
        })) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(receiver::effects).build(), "idempotency/retry");

            assertThat(Runs.outcome(report, "idempotency/retry")).isEqualTo(Outcome.FAILED);
            assertThat(Runs.facts(Runs.result(report, "idempotency/retry")))
                    .contains("was processed twice, expected once");
        }
    }

    @Test
    void eventThatIsAcceptedAndNeverProcessedFails() {
        try (ScriptedReceiver receiver =
                ScriptedReceiver.start(r -> r.isFor("idempotency/retry") ? Reply.OK : r.correctly())) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(receiver::effects).build(), "idempotency/retry");

            assertThat(Runs.outcome(report, "idempotency/retry")).isEqualTo(Outcome.FAILED);
            assertThat(Runs.facts(Runs.result(report, "idempotency/retry"))).contains("never, expected once");
        }
    }

    @Test
    void manyEventsThatNeverShowAreAwaitedTogether() {
        AtomicInteger polls = new AtomicInteger();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r ->
                r.isFor("greeting") || r.isFor("last") ? r.correctly() : r.genuine() ? Reply.OK : Reply.UNAUTHORIZED)) {
            // With a wait for each of them the hundreds of polls below would be thousands.
            Report report = Runs.some(
                    Runs.settings(receiver.url())
                            .effects(id -> {
                                polls.incrementAndGet();
                                return receiver.effects(id);
                            })
                            .build(),
                    "idempotency",
                    "rotation/retry-across");

            assertThat(report.count(Outcome.FAILED)).isGreaterThan(5);
            assertThat(polls).hasValueLessThan(300);
        }
    }

    @Test
    void effectsThatShowLateAreSeen() {
        Map<String, Long> shownAt = new ConcurrentHashMap<>();
        EffectProbe late = id -> shownAt.containsKey(id) && System.nanoTime() - shownAt.get(id) >= 0 ? 1 : 0;
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            // It processes forgeries too, and everything a while after it answered.
            shownAt.putIfAbsent(r.eventId(), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200));
            return r.genuine() ? Reply.OK : Reply.UNAUTHORIZED;
        })) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(late).build(), "idempotency/retry", "signature/wrong");

            assertThat(Runs.outcome(report, "idempotency/retry")).isEqualTo(Outcome.PASSED);
            assertThat(Runs.outcome(report, "signature/wrong")).isEqualTo(Outcome.FAILED);
        }
    }

    /** Where 20 ms for each is more than answers take, it is behind by seconds when the last was sent. */
    @ParameterizedTest
    @CsvSource({"true, PASSED", "false, FAILED"})
    void whatIsWorkedOffFromAQueueIsJudgedWhenItIsDone(boolean once, Outcome expected) {
        ExecutorService queue = Executors.newSingleThreadExecutor(Threads.daemon("queue"));
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            if (r.genuine() && (seen.add(r.eventId()) || !once)) {
                queue.execute(() -> {
                    Pauses.pause(Duration.ofMillis(20));
                    r.process();
                });
            }
            return r.genuine() ? Reply.OK : Reply.UNAUTHORIZED;
        })) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(receiver::effects).build(),
                    "acceptance/concurrent",
                    "idempotency/distinct-same-content",
                    "idempotency/retry",
                    "idempotency/five-retries",
                    "signature/wrong");

            assertThat(Runs.ids(report, expected)).contains("idempotency/retry", "idempotency/five-retries");
            assertThat(Runs.ids(report, Outcome.PASSED))
                    .contains("acceptance/concurrent", "idempotency/distinct-same-content", "signature/wrong");
        } finally {
            queue.shutdownNow();
        }
    }

    @Test
    void whereAQueueStandsStillNothingIsSaidToHavePassed() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> r.isFor("last") ? Reply.OK : r.correctly())) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(receiver::effects).build(), "idempotency/retry");

            assertThat(Runs.result(report, "idempotency/retry").reason())
                    .contains("is behind with its work, or stopped");
            assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        }
    }

    @Test
    void stateThatAnOlderEventTurnsBackLateIsSeen() {
        Pattern field = Pattern.compile("\"(check_id|current_status)\": ?\"(\\w+)\"");
        Map<String, String> states = new ConcurrentHashMap<>();
        Executor later = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            Map<String, String> fields = field.matcher(r.body())
                    .results()
                    .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
            later.execute(() -> {
                // The state of whatever comes last.
                states.put(fields.get("check_id"), fields.get("current_status"));
                r.process();
            });
            return Reply.OK;
        })) {
            Report report = Runs.some(
                    Runs.settings(receiver.url())
                            .effects(receiver::effects)
                            .states(check -> Optional.ofNullable(states.get(check)))
                            .build(),
                    "ordering/newest-state-wins");

            assertThat(Runs.facts(Runs.result(report, "ordering/newest-state-wins")))
                    .contains("is in the state 'major_outage' of an hour ago");
        }
    }

    @Test
    void eventThatAQueueFailsAndTriesAgainIsNotSaidToBeLost() {
        ExecutorService queue = Executors.newSingleThreadExecutor(Threads.daemon("queue"));
        Set<String> failing = ConcurrentHashMap.newKeySet();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            queue.execute(() -> {
                Pauses.pause(Duration.ofMillis(failing.remove(r.eventId()) ? 700 : 10));
                r.process();
            });
            return Reply.OK;
        })) {
            Report report = Runs.some(
                    Runs.settings(receiver.url())
                            .effects(receiver::effects)
                            .failures(failing::add)
                            .build(),
                    "idempotency/after-failed-attempt");

            assertThat(Runs.outcome(report, "idempotency/after-failed-attempt")).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(Runs.result(report, "idempotency/after-failed-attempt").reason())
                    .contains("the failure hook did nothing, or");
        } finally {
            queue.shutdownNow();
        }
    }

    @Test
    void probeThatShowsNothingIsBlindAndNotBelieved() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).effects(id -> 0).build(), "idempotency/retry", "signature/wrong");

            assertThat(report.effectsObserved()).isFalse();
            assertThat(Runs.ids(report, Outcome.FAILED)).isEmpty();
            assertThat(Runs.outcome(report, "idempotency/retry")).isEqualTo(Outcome.OBSERVED);
            assertThat(report.diagnosis())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.finding()).contains("probe shows no effect"));
        }
    }

    @Test
    void probeThatCannotBeReadIsNamedWhenTheSessionOpens() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            RunSettings unreadable = Runs.settings(receiver.url())
                    .effects(id -> {
                        throw new EffectProbe.UnreadableEffectsException("the table is gone");
                    })
                    .build();

            assertThatThrownBy(() -> Session.open(unreadable))
                    .isInstanceOf(EffectProbe.UnreadableEffectsException.class)
                    .hasMessage("the table is gone");
        }
    }

    @Test
    void probeThatThrowsLaterMakesScenariosInconclusive() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            AtomicInteger reads = new AtomicInteger();
            RunSettings breaking = Runs.settings(receiver.url())
                    .effects(id -> {
                        if (reads.getAndIncrement() > 1) { // The session has asked twice when it is open.
                            throw new IllegalStateException("no connection");
                        }
                        return receiver.effects(id);
                    })
                    .build();

            Report report = Runs.some(breaking, "idempotency/retry", "signature/wrong");

            assertThat(report.results()).allSatisfy(r -> {
                assertThat(r.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
                assertThat(r.reason()).contains("no connection");
            });
            assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        }
    }
}
