package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;

/** Scenarios of a team's own are run, judged and reported as the suite's. */
class OwnScenariosTest {
    @TempDir
    Path directory;

    private BuiltInReceiver server = Bench.correct();
    private ReceiverUnderTest under = ReceiverUnderTest.at(server.url()).secret(Bench.SECRET);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void they_are_tests_of_their_own() {
        Events events = Bench.run(under, Team.OwnRules.class).testEvents();

        assertThat(names(events.succeeded())).containsExactly("team/tenant-named: what team/tenant-named says holds");
        assertThat(names(events.failed())).containsExactly("team/tenant-unknown: what team/tenant-unknown says holds");
        assertThat(thrown(events.failed()))
                .hasMessageContaining("FAILED team/tenant-unknown (MUST, TEAM-7)")
                .hasMessageContaining("Every delivery names a known tenant");
    }

    @Test
    void they_come_after_the_suite_may_be_known_to_fail_and_are_in_the_report() throws IOException {
        EngineExecutionResults results = Bench.run(
                under.tolerance(Duration.ofSeconds(60)),
                Map.of("statuspulse.report.dir", directory.toString()),
                Team.WithAll.class);

        assertThat(names(results.testEvents().finished()))
                .extracting(name -> name.substring(0, name.indexOf(':')))
                .containsExactly("signature/missing", "team/tenant-named", "team/tenant-unknown");
        assertThat(results.testEvents().failed().count()).isZero();
        assertThat(results.testEvents().aborted().count()).isEqualTo(1);
        assertThat(Files.readString(directory.resolve(Team.WithAll.class.getName() + ".json")))
                .containsSubsequence(
                        "signature/missing", "team/tenant-named", "acme-60", "team/tenant-unknown", "\"waived\"");
    }

    @Test
    void what_cannot_be_taken_fails_and_says_where_it_is_from() {
        assertThat(thrown(failed(Team.WrongRules.class)))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining(Team.Wrong.class.getName() + ": scenario 'signature/ours'")
                .hasMessageContaining("in the area team");
        assertThat(thrown(failed(Team.RulesThatCannotBeMade.class)))
                .hasMessageContaining(Team.NotMade.class.getName() + " cannot be made")
                .hasMessageContaining("expected a constructor without parameters");
    }

    private Events failed(Class<?> sample) {
        EngineExecutionResults results = Bench.run(under, sample);
        assertThat(results.testEvents().started().count()).isZero();
        return results.containerEvents().failed();
    }

    private static Throwable thrown(Events failed) {
        return failed.list()
                .get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static List<String> names(Events events) {
        return events.map(event -> event.getTestDescriptor().getDisplayName()).toList();
    }
}
