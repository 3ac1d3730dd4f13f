package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.statuspulse.conformance.verifier.Vectors;
import io.statuspulse.conformance.verifier.VerifierSetup;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.inprocess.Verifier;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The vectors as tests of a function. */
class VerifierConformanceTest {
    private static final int FAMILIES = Vectors.bundled().families().size();

    @Test
    void a_right_function_passes_every_family() {
        EngineExecutionResults results = run(Right.class);
        results.testEvents().assertStatistics(stats -> stats.started(FAMILIES).succeeded(FAMILIES));
        assertThat(results.testEvents().reportingEntryPublished().count()).isEqualTo(43);
    }

    @Test
    void without_a_limit_ahead_the_families_about_it_fail() {
        EngineExecutionResults results = run(NoLimitAhead.class);
        Set<String> failed = results.testEvents().failed().stream()
                .map(VerifierConformanceTest::family)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(failed)
                .contains("timestamp_year_ahead", "timestamp_just_outside_future", "timestamp_tolerance_300")
                .allMatch(name -> name.startsWith("timestamp_"));
        results.testEvents()
                .failed()
                .assertThatEvents()
                .haveAtLeastOne(finishedWithFailure(
                        message(text -> text.startsWith("FAILED timestamp/year-ahead: 1 of 1 vector")
                                && text.contains("expected reject, actual accept")
                                && text.contains("  mend         Reject when"))));
    }

    @Test
    void who_rejects_everything_passes_nothing_that_must_be_rejected() {
        run(Nothing.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(FAMILIES).succeeded(0));
    }

    @Test
    void what_should_be_rejected_aborts_and_fails_where_that_is_wanted() {
        VerifierProvider lenient = setup -> (headers, body) -> true;
        String family = "signature/behind";
        assertThatThrownBy(() -> VerifierTest.check(lenient, family, entry -> {}))
                .isInstanceOf(org.opentest4j.TestAbortedException.class)
                .hasMessageMatching("(?s)WARNED signature/behind: 17 of 17 vectors\n.*");
        VerifierProvider strict = new VerifierProvider() {
            @Override
            public Verifier verifier(VerifierSetup setup) {
                return (headers, body) -> true;
            }

            @Override
            public boolean strict() {
                return true;
            }
        };
        assertThatThrownBy(() -> VerifierTest.check(strict, family, entry -> {}))
                .isInstanceOf(org.opentest4j.AssertionFailedError.class)
                .hasMessageContaining("and 7 more");
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    private static String family(Event event) {
        assertThat(event.getRequiredPayload(TestExecutionResult.class).getThrowable())
                .isPresent();
        String id = event.getTestDescriptor().getUniqueId().getLastSegment().getValue();
        return id.substring(0, id.indexOf('('));
    }

    static class Right implements VerifierConformance {
        @Override
        public Verifier verifier(VerifierSetup setup) {
            return (headers, body) -> {
                List<String> timestamps = headers.all("X-StatusPulse-Timestamp");
                List<String> signatures = headers.all("X-StatusPulse-Signature");
                if (timestamps.size() != 1
                        || signatures.size() != 1
                        || !timestamps.get(0).matches("[0-9]{1,18}")) {
                    return false;
                }
                Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamps.get(0)));
                return isFresh(Duration.between(sent, setup.now()), setup)
                        && setup.secrets().stream()
                                .map(secret -> SignatureScheme.STATUSPULSE.sign(
                                        Secret.of(secret), timestamps.get(0), Bytes.of(body)))
                                .anyMatch(signatures.get(0)::equals);
            };
        }

        boolean isFresh(Duration age, VerifierSetup setup) {
            return age.abs().compareTo(setup.tolerance()) <= 0;
        }
    }

    static class NoLimitAhead extends Right {
        @Override
        boolean isFresh(Duration age, VerifierSetup setup) {
            return age.compareTo(setup.tolerance()) <= 0;
        }
    }

    static class Nothing implements VerifierConformance {
        @Override
        public Verifier verifier(VerifierSetup setup) {
            return (headers, body) -> false;
        }
    }
}
