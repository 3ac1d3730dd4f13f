package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes of the scenarios that need more than deliveries, where what they need does not do what it says. */
@Timeout(120)
class HooksTest {
    private static final String LIVE = "rotation/live";
    private static final String OVERLAP = "rotation/previous-after-overlap";
    private static final String FAILED = "idempotency/after-failed-attempt";
    private static final String NEWEST = "ordering/newest-state-wins";

    private final BuiltInReceiver receiver =
            BuiltInReceiver.start(ReceiverSettings.of(Runs.SECRET).withPreviousSecret(Runs.PREVIOUS));

    @AfterEach
    void stop() {
        receiver.close();
    }

    private RunSettings.Builder settings() {
        return Runs.settings(receiver.url().toString()).effects(receiver::effects);
    }

    @Test
    void withoutHooksNothingIsClaimed() {
        Report report = Runs.some(settings().build(), LIVE, OVERLAP, FAILED, NEWEST);

        assertThat(report.results()).hasSize(4).allMatch(r -> r.outcome() == Outcome.NOT_APPLICABLE);
        assertThat(report.results()).extracting(r -> r.reason()).allMatch(reason -> reason.startsWith("there is no "));
    }

    @Test
    void rotationsLeaveTheReceiverWithItsOwnSecrets() {
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        Report report = Runs.some(
                settings()
                        .rotation((current, previous) -> {
                            calls.add(name(current) + ","
                                    + previous.map(HooksTest::name).orElse("none"));
                            receiver.rotate(current, previous);
                        })
                        .build(),
                "rotation");

        assertThat(report.results()).hasSizeGreaterThan(8).allMatch(r -> r.outcome() == Outcome.PASSED);
        assertThat(calls)
                .containsExactly(
                        "other,current",
                        "other,none",
                        "current,previous",
                        "other,current",
                        "other,none",
                        "current,previous");
    }

    private static String name(String secret) {
        return secret.equals(Runs.SECRET) ? "current" : secret.equals(Runs.PREVIOUS) ? "previous" : "other";
    }

    @Test
    void rotationHookThatThrowsProvesNothingAndIsNamed() {
        Report report = Runs.some(
                settings()
                        .rotation((current, previous) -> {
                            throw new IllegalStateException("the vault is sealed");
                        })
                        .build(),
                LIVE,
                OVERLAP);

        assertThat(report.results()).hasSize(2).allSatisfy(r -> {
            assertThat(r.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(r.reason()).contains("the vault is sealed");
        });
    }

    @Test
    void rotationHookThatDoesNothingFails() {
        Report report = Runs.some(settings().rotation((current, previous) -> {}).build(), LIVE, OVERLAP);

        assertThat(Runs.ids(report, Outcome.FAILED)).containsExactlyInAnyOrder(LIVE, OVERLAP);
        assertThat(Runs.facts(Runs.result(report, LIVE)))
                .contains("signed with a secret in force: 401")
                .contains("signed with a secret that is not in force: 200");
    }

    @Test
    void receiverThatCannotBeRotatedBackIsJudgedNoFurther() {
        Report report = Runs.some(
                settings()
                        .rotation((current, previous) -> {
                            if (current.equals(Runs.SECRET)) {
                                throw new IllegalStateException("the old secret is gone");
                            }
                            receiver.rotate(current, previous);
                        })
                        .build(),
                OVERLAP,
                LIVE);

        assertThat(Runs.outcome(report, LIVE)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(report.unreachable().orElseThrow())
                .contains("could not be rotated back to its own secrets")
                .contains("the old secret is gone");
    }

    @Test
    void failureHookThatDoesNothingProvesNothing() {
        Report report = Runs.some(settings().failures(eventId -> {}).build(), FAILED);

        assertThat(Runs.outcome(report, FAILED)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Runs.result(report, FAILED).reason()).contains("the failure hook did nothing, or");
    }

    @Test
    void failureHookThatThrowsProvesNothing() {
        Report report = Runs.some(
                settings()
                        .failures(eventId -> {
                            throw new IllegalStateException("no way to fail");
                        })
                        .build(),
                FAILED);

        assertThat(Runs.outcome(report, FAILED)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Runs.result(report, FAILED).reason()).isEqualTo("the failure hook failed: no way to fail");
    }

    @Test
    void eventThatFailedOnceAndWasRetriedPasses() {
        Report report = Runs.some(settings().failures(receiver::failNext).build(), FAILED);

        assertThat(Runs.outcome(report, FAILED)).isEqualTo(Outcome.PASSED);
        assertThat(Runs.result(report, FAILED).sent())
                .extracting(sent -> sent.exchange().status())
                .containsExactly(503, 200);
    }

    @Test
    void stateProbeThatKnowsNothingProvesNothing() {
        Report report = Runs.some(
                settings().states(checkId -> Optional.of("operational")).build(), NEWEST);

        assertThat(Runs.outcome(report, NEWEST)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Runs.result(report, NEWEST).reason())
                .contains("the state probe shows 'operational' for chk_kit_state_");
    }

    @Test
    void stateProbeThatThrowsProvesNothing() {
        Report report = Runs.some(
                settings()
                        .states(checkId -> {
                            throw new IllegalStateException("no table");
                        })
                        .build(),
                NEWEST);

        assertThat(Runs.outcome(report, NEWEST)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Runs.result(report, NEWEST).reason())
                .contains("the probe threw")
                .contains("no table");
    }
}
