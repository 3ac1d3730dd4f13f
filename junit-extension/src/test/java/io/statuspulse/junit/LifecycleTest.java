package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.junit.Samples.ByField;
import io.statuspulse.junit.Samples.ByInterface;
import io.statuspulse.junit.Samples.Concurrent;
import io.statuspulse.junit.Samples.Inherited;
import io.statuspulse.junit.Samples.OneArea;
import io.statuspulse.junit.Samples.OneInstance;
import io.statuspulse.junit.Samples.Outer;
import io.statuspulse.junit.Samples.Overriding;
import io.statuspulse.junit.Samples.Preemptive;
import io.statuspulse.junit.Samples.StartsTheReceiverItself;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Whose receiver is tested, how often it is asked for, and when the session ends. */
class LifecycleTest {
    private static final int SECRETS = scenarios(SecretConformance.class);
    private static final int ROTATIONS = scenarios(RotationConformance.class);
    private static final int RAW_BODIES = scenarios(RawBodyConformance.class);
    private static final int SCHEMAS = scenarios(SchemaConformance.class);

    private BuiltInReceiver server = Bench.correct();
    private ReceiverUnderTest under = ReceiverUnderTest.at(server.url())
            .secret(Bench.SECRET)
            .previousSecret(Bench.PREVIOUS)
            .retiredSecret(Bench.RETIRED)
            .rotation(server::rotate);

    @BeforeEach
    void noSessionIsLeftFromBefore() {
        assertThat(sessionThreads()).isEmpty();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OneArea.class,
                OneInstance.class,
                Inherited.class,
                ByInterface.class,
                Preemptive.class,
                StartsTheReceiverItself.class
            })
    void a_class_asks_for_its_receiver_once(Class<?> sample) {
        EngineExecutionResults results = Bench.run(under, sample);

        assertAllSucceeded(results, SECRETS);
        assertThat(Bench.timesAsked()).isEqualTo(1);
    }

    @Test
    void the_session_ends_with_the_class() {
        assertAllSucceeded(Bench.run(under, OneArea.class), SECRETS);

        assertThat(sessionThreads()).isEmpty();
    }

    @Test
    void each_class_has_a_session_of_its_own() {
        Bench.use(() -> under);

        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OneArea.class), selectClass(OneInstance.class))
                .execute();

        assertAllSucceeded(results, 2 * SECRETS);
        assertThat(Bench.timesAsked()).isEqualTo(2);
    }

    @Test
    void a_nested_class_shares_the_receiver_around_it_or_brings_one() {
        EngineExecutionResults results = Bench.run(under, Outer.class);

        assertAllSucceeded(results, SECRETS + ROTATIONS + RAW_BODIES + 1);
        assertThat(Bench.timesAsked()).isEqualTo(2);
    }

    @Test
    void a_field_names_the_receiver_of_its_class_and_of_those_in_it() {
        Bench.useUrlOfField(server.url());

        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ByField.class))
                .execute();

        // The field's receiver has neither a previous nor a retired secret, nor a rotation hook.
        assertThat(results.testEvents().failed().count()).isZero();
        assertThat(results.testEvents().aborted().count()).isEqualTo(6);
        assertThat(results.testEvents().finished().count()).isEqualTo(SECRETS + ROTATIONS);
        assertThat(Bench.timesAsked()).isEqualTo(1);
    }

    @Test
    void a_scenario_may_be_overridden_and_called() {
        assertAllSucceeded(Bench.run(under, Overriding.class), SECRETS + 1);
    }

    @Test
    void tests_may_run_at_the_same_time() {
        Concurrent.THREADS.clear();
        Bench.use(() -> under);

        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .selectors(selectClass(Concurrent.class))
                .execute();

        assertAllSucceeded(results, SECRETS + SCHEMAS);
        assertThat(Bench.timesAsked()).isEqualTo(1);
        assertThat(Concurrent.THREADS).hasSizeGreaterThan(1);
    }

    private static void assertAllSucceeded(EngineExecutionResults results, int tests) {
        results.testEvents()
                .assertStatistics(stats -> stats.started(tests)
                        .succeeded(tests)
                        .failed(0)
                        .aborted(0)
                        .skipped(0));
        assertThat(results.containerEvents().failed().count()).isZero();
    }

    private static int scenarios(Class<?> area) {
        return (int) Arrays.stream(area.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
    }

    /** The lanes' timer lives as long as its session. */
    private static Set<String> sessionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("statuspulse-scenario")
                        || thread.getName().startsWith("statuspulse-lanes"))
                .filter(LifecycleTest::livesOn)
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }

    /** A thread that was told to end takes a moment. */
    private static boolean livesOn(Thread thread) {
        try {
            thread.join(2_000);
            return thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
