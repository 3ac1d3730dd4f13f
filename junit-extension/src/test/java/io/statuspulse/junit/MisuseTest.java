package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.statuspulse.junit.Samples.NoArea;
import io.statuspulse.junit.Samples.NoAreaByField;
import io.statuspulse.junit.Samples.NoReceiver;
import io.statuspulse.junit.Samples.OneArea;
import io.statuspulse.junit.Samples.ReceiverInField;
import io.statuspulse.junit.Samples.TwoFields;
import io.statuspulse.junit.Samples.TwoReceivers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.engine.TestExecutionResult;
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

    private static EngineExecutionResults runOneArea() {
        return org.junit.platform.testkit.engine.EngineTestKit.engine("junit-jupiter")
                .selectors(Bench.selectors(OneArea.class))
                .execute();
    }

    private static void assertFailsWhole(Class<?> sample, String... words) {
        EngineExecutionResults results = Bench.run(UNUSED, sample);

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
