package io.statuspulse.cli;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.SuiteVersion;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What exit code a suite gives that has a scenario more than the one that decides. */
class FrozenSuiteTest {
    private static final Scenario OLD = Suite.find("acceptance/status-change").orElseThrow();
    private static final Scenario NEW = must("signature/new", Requirement.SIG_2, "a mark is rejected")
            .why("Why.")
            .mend(Mend.anywhere("Mend."))
            .since("1.1")
            .rejects(valid().but(new AddHeader("X-Mark", "1")));

    @Test
    void whatIsNewFailsNoBuildThatIsScoredAsBefore() {
        assertThat(exitCode(Optional.empty(), OLD, NEW)).isEqualTo(ExitCode.FAILED);
        assertThat(exitCode(Optional.of("1.1"), OLD, NEW)).isEqualTo(ExitCode.FAILED);
        assertThat(exitCode(Optional.of("1.0"), OLD, NEW)).isEqualTo(ExitCode.OK);
    }

    @Test
    void aRunOfWhatIsNewAloneProvesNothing() {
        assertThat(exitCode(Optional.of("1.0"), NEW)).isEqualTo(ExitCode.COULD_NOT_RUN);
    }

    private static ExitCode exitCode(Optional<String> scoredAs, Scenario... scenarios) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Io io = new Io(nowhere, nowhere, InputStream.nullInputStream(), Map.of(), Io.Terminals.NONE);
        try (ReceiverFixture receiver = ReceiverFixture.correct()) {
            Secrets secrets = new Secrets(Secret.of(ReceiverFixture.SECRET), Optional.empty(), List.of());
            RunSettings.Builder settings = RunSettings.of(Target.of(receiver.url()), secrets);
            scoredAs.ifPresent(version -> settings.scoredAs(SuiteVersion.of(version)));
            return SuiteRun.of(Progress.none(io), settings.build(), "selection", List.of(scenarios))
                    .exitCode();
        }
    }
}
