package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Suite;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;

/** A suite that is chosen where it is run. */
class ConformanceTestTest {
    private BuiltInReceiver server = Bench.correct();
    private ReceiverUnderTest under = ReceiverUnderTest.at(server.url()).secret(Bench.SECRET);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void each_scenario_of_the_profile_is_a_test_in_the_order_of_the_catalogue() {
        EngineExecutionResults results = Bench.run(under, Templates.Quick.class);

        List<String> quick = names(scenario -> scenario.has(Tag.QUICK));
        assertThat(names(results.testEvents().succeeded())).isEqualTo(quick).hasSizeGreaterThan(10);
        assertThat(results.testEvents().finished().count()).isEqualTo(quick.size());
        assertThat(Bench.timesAsked()).isEqualTo(1);
    }

    @Test
    void without_a_profile_it_is_the_default_one() {
        // Nobody is there: what is run is what counts here.
        EngineExecutionResults results =
                Bench.run(ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET), Templates.Usual.class);

        assertThat(names(results.testEvents().finished()))
                .isEqualTo(names(scenario -> !scenario.has(Tag.SLOW) && !scenario.has(Tag.HEAVY)));
    }

    @Test
    void patterns_select_and_exclude() {
        EngineExecutionResults results = Bench.run(under.retiredSecret(Bench.RETIRED), Templates.Chosen.class);

        assertThat(names(results.testEvents().succeeded()))
                .isEqualTo(names(scenario -> scenario.id().equals("signature/missing")
                        || (scenario.area().equals("secret") && !scenario.id().equals("secret/empty"))));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Templates.Missing.class,
                Templates.Forgets.class,
                Templates.TakesNothing.class,
                Templates.Swallows.class,
                Templates.VerifiesTwice.class
            })
    void a_failure_fails_whatever_the_body_does(Class<?> sample) {
        TestExecutionResult result = onlyResult(Bench.runAgainst("missing-header-skips-verification", sample));

        assertThat(result.getThrowable())
                .containsInstanceOf(AssertionFailedError.class)
                .get()
                .asString()
                .contains("FAILED signature/missing (MUST, REQ-SIG-2)");
        assertThat(result.getThrowable().orElseThrow().getStackTrace())
                .extracting(frame -> frame.getClassName() + "." + frame.getMethodName())
                .containsExactly(sample.getName() + ".conforms");
    }

    @Test
    void what_the_body_throws_is_what_fails() {
        assertThat(onlyResult(Bench.run(under, Templates.FailsByItself.class)).getThrowable())
                .get()
                .asString()
                .contains("not ready for signature/missing");
    }

    @Test
    void a_scenario_that_does_not_apply_is_aborted() {
        EngineExecutionResults results = Bench.run(under, Map.of("statuspulse.scenario", "tls"), Templates.Usual.class);

        assertThat(results.testEvents().aborted().count())
                .isEqualTo(results.testEvents().started().count())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(classes = {Templates.ByField.class, Templates.Concrete.class, Templates.Composed.class})
    void it_may_be_inherited_composed_or_beside_a_field(Class<?> sample) {
        Bench.useUrlOfField(server.url());

        assertThat(names(Bench.run(under, sample).testEvents().succeeded())).hasSize(1);
    }

    @Test
    void a_nested_class_shares_the_receiver_around_it_or_brings_one() {
        assertThat(names(Bench.run(under, Templates.Outer.class).testEvents().succeeded()))
                .hasSize(2);
        assertThat(Bench.timesAsked()).isEqualTo(2);
    }

    @Test
    void scenarios_may_run_at_the_same_time() {
        Templates.Concurrent.THREADS.clear();
        Bench.use(() -> under.retiredSecret(Bench.RETIRED));

        Events events = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .selectors(Bench.selectors(Templates.Concurrent.class))
                .execute()
                .testEvents();

        assertThat(names(events.succeeded()))
                .containsExactlyInAnyOrderElementsOf(names(scenario ->
                        scenario.area().equals("secret") || scenario.area().equals("schema")));
        assertThat(Bench.timesAsked()).isEqualTo(1);
        assertThat(Templates.Concurrent.THREADS).hasSizeGreaterThan(1);
    }

    @Test
    void a_parameter_replaces_the_profile() {
        EngineExecutionResults results = Bench.run(
                ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET),
                Map.of("statuspulse.profile", "full"),
                Templates.Quick.class);

        assertThat(results.testEvents().finished().count())
                .isEqualTo(Suite.scenarios().size());
    }

    @Test
    void a_parameter_skips_what_it_does_not_match_and_leaves_the_numbers_alone() {
        Events whole = Bench.run(under, Templates.Quick.class).testEvents();
        Events narrowed = Bench.run(under, Map.of("statuspulse.scenario", "signature/*, secret"), Templates.Quick.class)
                .testEvents();

        assertThat(names(narrowed.succeeded()))
                .isEqualTo(names(scenario -> scenario.has(Tag.QUICK)
                        && List.of("signature", "secret").contains(scenario.area())))
                .isNotEmpty();
        assertThat(narrowed.skipped().count())
                .isEqualTo(whole.finished().count() - narrowed.finished().count())
                .isPositive();
        assertThat(narrowed.skipped().map(event -> event.getRequiredPayload(String.class)))
                .allMatch("statuspulse.scenario=signature/*,secret does not match it"::equals);
        assertThat(ids(narrowed.succeeded())).isSubsetOf(ids(whole.succeeded()));
    }

    private static List<String> ids(Events events) {
        return events.map(Event::getTestDescriptor)
                .map(descriptor -> descriptor.getUniqueId() + descriptor.getDisplayName())
                .toList();
    }

    private static List<String> names(Events events) {
        return events.map(event -> event.getTestDescriptor().getDisplayName()).toList();
    }

    private static List<String> names(Predicate<Scenario> chosen) {
        return Suite.scenarios().stream()
                .filter(chosen)
                .map(scenario -> scenario.id() + ": " + scenario.title())
                .toList();
    }

    private static TestExecutionResult onlyResult(EngineExecutionResults results) {
        List<Event> finished = results.testEvents().finished().list();
        assertThat(finished).hasSize(1);
        return finished.get(0).getRequiredPayload(TestExecutionResult.class);
    }
}
