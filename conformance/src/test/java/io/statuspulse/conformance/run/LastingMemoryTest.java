package io.statuspulse.conformance.run;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Forgetful;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scenario of docs/own-scenarios.md that asks for a memory which lasts. */
@Timeout(60)
class LastingMemoryTest {
    private static final Scenario MEMORY = must(
                    "team/memory",
                    Requirement.own("TEAM-9", "A retry is recognized for as long as the provider retries."),
                    "an event that comes again after 200 others is processed once")
            .why("After a long outage people are paged twice.")
            .mend(Mend.anywhere("Keep event ids in a table, with no limit but the time that the provider retries for."))
            .once(
                    Step.accepted(valid()),
                    fiftyFrom(1),
                    fiftyFrom(51),
                    fiftyFrom(101),
                    fiftyFrom(151),
                    Step.accepted(valid().with(new SetField("retry_count", "1"))));

    private static Step fiftyFrom(int event) {
        return Step.accepted(valid()).onEvent(event).copies(50).eachItsOwnEvent();
    }

    @Test
    void aMemoryThatLastsPasses() {
        assertThat(run(ReceiverSettings.of(Runs.SECRET)).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aMemoryOfTheLatestHundredFails() {
        Result result = run(Forgetful.ofOldEvents(ReceiverSettings.of(Runs.SECRET)));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Runs.facts(result)).containsOnlyOnce("was processed").contains("was processed twice, expected once");
    }

    /** Side by side others' events may push one out between its two attempts; one at a time nothing does. */
    @Test
    void withoutItAMemoryOfTheLatestHundredShowsByChanceOnly() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(
                Forgetful.ofOldEvents(ReceiverSettings.of(Runs.SECRET).withPreviousSecret(Runs.PREVIOUS)))) {
            Report report = Runs.all(Runs.settings(receiver.url().toString())
                    .effects(receiver::effects)
                    .jobs(1)
                    .build());

            assertThat(report.effectsObserved()).isTrue();
            assertThat(Runs.ids(report, Outcome.FAILED)).isEmpty();
        }
    }

    @Test
    void thePageShowsThisOne() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "own-scenarios.md"));
        int memory = page.indexOf("private static final Scenario MEMORY");
        String block = page.substring(memory, page.indexOf("```", memory));
        String here = Files.readString(
                Path.of("src", "test", "java", "io", "statuspulse", "conformance", "run", "LastingMemoryTest.java"));

        assertThat(here.replaceAll("\\s+", " ")).contains(block.strip().replaceAll("\\s+", " "));
    }

    private static Result run(ReceiverSettings settings) {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(settings)) {
            return AdHoc.run(
                    Runs.settings(receiver.url().toString())
                            .effects(receiver::effects)
                            .build(),
                    MEMORY);
        }
    }
}
