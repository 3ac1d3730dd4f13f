package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SessionTest {

    @Test
    void oneScenarioRunsByItself() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct();
                Session session = Session.open(
                        Runs.settings(receiver.url()).effects(receiver::effects).build())) {
            Result result = session.run(Suite.find("signature/wrong").orElseThrow());

            assertThat(session.unreachable()).isEmpty();
            assertThat(session.observesEffects()).isTrue();
            assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(result.sent())
                    .extracting(Result.Sent::role)
                    .containsExactly(Role.CONTROL, Role.TRIAL, Role.ALIVE);
            assertThat(session.findings(List.of(result))).isEmpty();
        }
    }

    @Test
    void resultsComeInTheOrderThatWasAskedForHoweverTheyFinish() {
        List<Scenario> backwards = new ArrayList<>(Runs.scenarios("signature/*", "acceptance"));
        Collections.reverse(backwards);
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Report report = Runs.run(Runs.settings(receiver.url()).build(), backwards);

            assertThat(report.results()).extracting(Result::scenario).isEqualTo(backwards);
        }
    }

    @Test
    void scenariosBeginInTheOrderThatWasAskedFor() {
        List<Scenario> scenarios = new ArrayList<>(Suite.scenarios());
        scenarios.removeIf(scenario -> scenario.has(Tag.WIRE)
                || scenario.has(Tag.TLS)
                || scenario.has(Tag.SLOW)
                || scenario.id().equals("idempotency/after-lost-answer"));
        Collections.shuffle(scenarios, new Random(1));
        try (ScriptedReceiver receiver =
                ScriptedReceiver.start(request -> request.isFor("greeting") ? request.correctly() : request.never())) {
            Runs.run(Runs.impatient(receiver.url()).jobs(3).build(), scenarios);

            // Nobody is answered, so that the others begin once the first ones have waited for a while.
            assertThat(receiver.requests().subList(1, 4))
                    .allMatch(request ->
                            scenarios.subList(0, 3).stream().anyMatch(scenario -> request.isFor(scenario.id())));
        }
    }

    @Test
    void oneAtATimeAllBeginInTheOrderThatWasAskedFor() {
        List<Scenario> scenarios = Runs.scenarios("signature/missing", "idempotency/after-lost-answer");
        List<String> begun = new ArrayList<>();
        try (ScriptedReceiver receiver = ScriptedReceiver.correct();
                Session session =
                        Session.open(Runs.settings(receiver.url()).jobs(1).build())) {
            session.run("test", scenarios, new RunListener() {
                @Override
                public void begun(Scenario scenario) {
                    begun.add(scenario.id());
                }

                @Override
                public void finished(Result result, int done, int total) {}
            });
        }

        assertThat(begun).containsExactly("signature/missing", "idempotency/after-lost-answer");
    }

    @Test
    void listenerHearsOfEachScenarioOnceAndInStep() {
        List<Integer> counts = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        try (ScriptedReceiver receiver = ScriptedReceiver.correct();
                Session session = Session.open(Runs.settings(receiver.url()).build())) {
            // Not synchronized: it is promised that the listener is called by one thread at a time.
            session.run("some", Runs.scenarios("signature/*"), (result, done, total) -> {
                counts.add(done);
                heard.add(result.scenario().id());
                assertThat(total).isEqualTo(Runs.scenarios("signature/*").size());
            });
        }

        assertThat(heard)
                .containsExactlyInAnyOrderElementsOf(
                        Runs.scenarios("signature/*").stream().map(Scenario::id).toList());
        assertThat(counts).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void listenerHearsOfAScenarioWhenItBeginsAndWhatCameOfItWhenItEnds(int jobs) {
        List<String> begun = new ArrayList<>();
        Map<String, Outcome> ended = new HashMap<>();
        RunListener listener = new RunListener() {
            @Override
            public void begun(Scenario scenario) {
                begun.add(scenario.id());
            }

            @Override
            public void finished(Result byAnswers, int done, int total) {
                assertThat(begun).contains(byAnswers.scenario().id());
                ended.put(byAnswers.scenario().id(), byAnswers.outcome());
            }
        };
        try (ScriptedReceiver receiver = ScriptedReceiver.start(request -> ScriptedReceiver.Reply.OK);
                Session session =
                        Session.open(Runs.settings(receiver.url()).jobs(jobs).build())) {
            session.run("some", Runs.scenarios("signature/missing", "acceptance/status-change"), listener);
        }

        assertThat(begun).containsExactlyInAnyOrder("signature/missing", "acceptance/status-change");
        assertThat(ended)
                .containsEntry("signature/missing", Outcome.FAILED)
                .containsEntry("acceptance/status-change", Outcome.PASSED);
    }

    @Test
    void headersAreAddedToEveryDelivery() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Runs.some(
                    Runs.settings(receiver.url())
                            .headers(List.of(new HeaderLine("X-Gateway-Key", "open")))
                            .build(),
                    "signature/wrong",
                    "tampering/emptied");

            assertThat(receiver.requests())
                    .hasSizeGreaterThan(6)
                    .allMatch(r -> r.header("X-Gateway-Key").equals("open"));
        }
    }

    @Test
    void settingsOutOfRangeAreNamedWithTheirBounds() {
        RunSettings.Builder settings = Runs.settings("http://127.0.0.1:9/hook");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.tolerance(Duration.ofSeconds(9)).build())
                .withMessage("tolerance: 9 s is out of range [10 s, 86400 s]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.tolerance(Duration.ofDays(2)).build())
                .withMessageContaining("172800 s");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> settings.tolerance(Duration.ofMinutes(5)).jobs(65).build())
                .withMessage("jobs: 65 is out of range [1, 64]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.jobs(0).build())
                .withMessageContaining("jobs: 0");
    }
}
