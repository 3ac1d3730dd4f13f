package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.junit.Samples.NoArea;
import io.statuspulse.junit.Samples.NoAreaByField;
import io.statuspulse.junit.Samples.NoReceiver;
import io.statuspulse.junit.Samples.OneArea;
import io.statuspulse.junit.Samples.ReceiverInField;
import io.statuspulse.junit.Samples.TwoFields;
import io.statuspulse.junit.Samples.TwoReceivers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;

/** A class that cannot be run as it is says what to write, and is never green. */
class MisuseTest {
    private static final ReceiverUnderTest UNUSED =
            ReceiverUnderTest.at("http://127.0.0.1:9/webhook").secret(Bench.SECRET);

    @Test
    void a_class_without_a_receiver_fails_before_its_tests() {
        assertFailsWhole(
                NoReceiver.class, "does not say which receiver is tested", "public ReceiverUnderTest receiver()");
    }

    @Test
    void a_class_without_scenarios_fails_before_its_tests() {
        assertFailsWhole(NoArea.class, "selects no scenario", "implement StatusPulseConformance");
    }

    @Test
    void a_class_with_a_field_and_without_scenarios_fails_before_its_tests() {
        assertFailsWhole(NoAreaByField.class, "selects no scenario", "implement StatusPulseConformance");
    }

    @Test
    void two_fields_fail_before_the_tests() {
        assertFailsWhole(
                TwoFields.class, "says twice which receiver is tested", "one static StatusPulseExtension field");
    }

    @Test
    void a_field_beside_a_method_fails_every_test() {
        assertFailsEach(Bench.run(UNUSED, TwoReceivers.class), "says twice which receiver is tested");
    }

    @Test
    void a_field_that_is_not_static_fails_every_test() {
        assertFailsEach(Bench.run(UNUSED, ReceiverInField.class), "write @RegisterExtension static");
    }

    @Test
    void a_receiver_that_is_null_fails_every_test() {
        Bench.use(() -> null);

        assertFailsEach(runOneArea(), "receiver() of " + OneArea.class.getName() + " returned null");
    }

    @Test
    void a_receiver_that_cannot_be_made_fails_every_test_and_is_tried_once() {
        Bench.use(() -> {
            throw new IllegalStateException("the database is not up");
        });

        assertFailsEach(runOneArea(), "cannot be tested: the database is not up");
        assertThat(Bench.timesAsked()).isEqualTo(1);
    }

    @Test
    void a_missing_secret_fails_every_test() {
        assertFailsEach(
                Bench.run(ReceiverUnderTest.at("http://127.0.0.1:9/webhook"), OneArea.class), "secret: is missing");
    }

    @Test
    void a_receiver_out_in_the_world_is_not_reached_by_mistake() {
        // An address of the range for documentation (RFC 5737): nothing would answer there.
        assertFailsEach(
                Bench.run(ReceiverUnderTest.at("http://192.0.2.1/webhook").secret(Bench.SECRET), OneArea.class),
                "add .allowRemote()");
    }

    @Test
    void a_scenario_that_is_called_outside_a_test_does_not_pass() {
        OneArea instance = new OneArea();

        assertThatIllegalStateException()
                .isThrownBy(instance::secret_empty)
                .withMessageContaining("secret/empty was called outside a test");
    }

    @Test
    void a_template_without_a_receiver_fails() {
        assertFailsWhole(Templates.NoReceiver.class, "does not say which receiver", "implement ReceiverProvider");
        assertFailsWhole(Templates.MethodOnly.class, "does not say which receiver", "implement ReceiverProvider");
    }

    @Test
    void a_template_that_junit_leaves_out_fails_its_class() {
        assertFailsWhole(
                Templates.Private.class, "Private.unusedByJUnit", "private, static or not void", "run.verify()");
        assertFailsWhole(Templates.Static.class, "Static.conforms", "private, static or not void");
        assertFailsWhole(Templates.Returns.class, "Returns.conforms", "private, static or not void");
    }

    @Test
    void a_class_that_has_no_other_test_fails_where_junit_looks_for_its_tests() {
        assertThatThrownBy(() -> LauncherFactory.create()
                        .discover(LauncherDiscoveryRequestBuilder.request()
                                .selectors(Bench.selectors(Templates.OnlyPrivate.class))
                                .build()))
                .hasStackTraceContaining("OnlyPrivate.unusedByJUnit: the method is private, static or not void");
    }

    @Test
    void a_template_that_selects_nothing_fails() {
        assertFailsWhole(
                Templates.Misspelt.class,
                "@ConformanceTest on " + Templates.Misspelt.class.getName() + ".conforms",
                "'signatur/missing' matches no scenario",
                "nearest: signature/missing");
        assertFailsWhole(Templates.Empty.class, "selects no scenario", "profile quick", "[heavy]");
        assertFailsWhole(Templates.TwoProfiles.class, "names 2 profiles, expected one");
    }

    @Test
    void parameters_that_make_no_sense_fail() {
        assertFailsWhole(
                Map.of("statuspulse.profile", "fast"),
                Templates.Quick.class,
                "there is no profile 'fast', expected one of quick, default, full");
        for (Class<?> sample : List.of(Templates.Quick.class, OneArea.class)) {
            assertFailsWhole(
                    Map.of("statuspulse.scenario", "signatur/missing"),
                    sample,
                    "statuspulse.scenario: 'signatur/missing' matches no scenario",
                    "nearest: signature/missing");
        }
        assertFailsWhole(
                Map.of("statuspulse.scenario", "timestamp/*"),
                Templates.Missing.class,
                "statuspulse.scenario=timestamp/* matches none of the 1 scenarios of @ConformanceTest on");
        assertFailsWhole(
                Map.of("statuspulse.scenario", "timestamp/*"),
                OneArea.class,
                "matches none of the",
                "scenarios of " + OneArea.class.getName());
    }

    private static EngineExecutionResults runOneArea() {
        return org.junit.platform.testkit.engine.EngineTestKit.engine("junit-jupiter")
                .selectors(Bench.selectors(OneArea.class))
                .execute();
    }

    private static void assertFailsWhole(Class<?> sample, String... words) {
        assertFailsWhole(Map.of(), sample, words);
    }

    private static void assertFailsWhole(Map<String, String> parameters, Class<?> sample, String... words) {
        EngineExecutionResults results = Bench.run(UNUSED, parameters, sample);

        assertThat(results.testEvents().started().count()).isZero();
        assertThat(messages(results.containerEvents()))
                .singleElement()
                .asString()
                .contains(words);
    }

    private static void assertFailsEach(EngineExecutionResults results, String words) {
        assertThat(results.testEvents().succeeded().count()).isZero();
        assertThat(results.testEvents().aborted().count()).isZero();
        assertThat(messages(results.testEvents())).isNotEmpty().allMatch(message -> message.contains(words));
    }

    private static List<String> messages(Events events) {
        return events.failed().list().stream()
                .map(e -> e.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .peek(error -> assertThat(error).isInstanceOf(ExtensionConfigurationException.class))
                .map(error -> String.valueOf(error.getMessage()))
                .toList();
    }
}
