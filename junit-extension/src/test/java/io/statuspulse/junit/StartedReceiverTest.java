package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.start.ProcessStarter;
import io.statuspulse.conformance.start.ReceiverStartException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** A receiver that the class starts: once, and stopped with it; what it printed explains why nobody answers. */
class StartedReceiverTest {

    @Test
    void it_is_started_once_for_the_class_and_stopped_with_it() {
        Starter starter = new Starter(Bench::correct, "");

        EngineExecutionResults results = Bench.run(under(starter), Samples.Outer.class);

        assertThat(results.allEvents().failed().count()).isZero();
        // Of the nested classes one shares it, and the other names it again.
        assertThat(starter.events).containsExactly("started", "started", "stopped", "stopped");
        assertThat(Bench.run(under(starter), Templates.Missing.class)
                        .allEvents()
                        .failed()
                        .count())
                .isZero();
        assertThat(starter.events).hasSize(6).endsWith("started", "stopped");
    }

    @Test
    void each_of_two_classes_at_the_same_time_has_its_own() {
        Starter starter = new Starter(Bench::correct, "");
        Bench.use(() -> under(starter));

        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .selectors(selectClass(Samples.OneArea.class), selectClass(Samples.Concurrent.class))
                .execute();

        assertThat(results.allEvents().failed().count()).isZero();
        assertThat(results.testEvents().succeeded().count()).isGreaterThan(20);
        assertThat(starter.events)
                .filteredOn("started"::equals)
                .hasSize(2)
                .hasSameSizeAs(starter.events.stream().filter("stopped"::equals).toList());
    }

    @Test
    void nothing_is_started_where_no_scenario_runs() {
        Starter starter = new Starter(Bench::correct, "");

        Bench.run(under(starter), Samples.Outer.OfTheUser.class);
        Bench.run(ReceiverUnderTest.startedBy(starter), Samples.OneArea.class); // The secret is missing.

        assertThat(starter.events).isEmpty();
    }

    @Test
    void one_that_does_not_start_fails_every_test_and_is_told_once_with_what_it_printed() {
        Events events = Bench.run(
                        ReceiverUnderTest.startedBy(() -> {
                                    throw new ReceiverStartException(
                                            "'serve' ended with 1 before it took a connection",
                                            "no database\nwith " + Bench.SECRET);
                                })
                                .secret(Bench.SECRET),
                        Samples.OneArea.class)
                .testEvents();

        List<String> messages = messages(events);
        assertThat(messages)
                .hasSizeGreaterThan(5)
                .allMatch(message -> message.contains("'serve' ended with 1 before it took a connection"))
                .noneMatch(message -> message.contains(Bench.SECRET));
        assertThat(messages)
                .filteredOn(message -> message.contains("no database"))
                .hasSize(1);
    }

    @Test
    void one_that_stops_answering_is_told_once_with_the_end_of_what_it_printed() {
        String log = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "line " + i + (i == 60 ? " with " + Bench.SECRET : ""))
                .collect(Collectors.joining("\n"));
        Starter starter = new Starter(StartedReceiverTest::goneAtOnce, log);

        List<String> messages =
                messages(Bench.run(under(starter), Samples.OneArea.class).testEvents());

        assertThat(messages)
                .hasSizeGreaterThan(5)
                .allMatch(message -> message.contains("refused the connection"))
                .noneMatch(message -> message.contains(Bench.SECRET));
        assertThat(messages)
                .filteredOn(message -> message.contains("\n  printed "))
                .singleElement()
                .asString()
                .contains("  printed      line 21\n               line 22\n", "line 60 with [secret]")
                .doesNotContain("line 20\n");
        assertThat(starter.events).endsWith("stopped");
    }

    @Test
    void one_that_cannot_be_tested_is_stopped() {
        Starter starter = new Starter(Bench::correct, "listening");
        ReceiverUnderTest unreadable = under(starter).effects(eventId -> {
            throw new IllegalStateException("no such table");
        });

        List<String> messages =
                messages(Bench.run(unreadable, Samples.OneArea.class).testEvents());

        assertThat(messages).isNotEmpty().allMatch(message -> message.contains("cannot be tested"));
        assertThat(messages)
                .filteredOn(message -> message.contains("the receiver printed:\nlistening"))
                .hasSize(1);
        assertThat(starter.events).containsExactly("started", "stopped");
    }

    @Test
    void it_may_be_a_command() {
        ProcessStarter starter = ProcessStarter.of(
                        "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1 "
                                + ServerMain.class.getName() + " {port}",
                        "http://127.0.0.1:0/webhook/statuspulse")
                .env("CLASSPATH", classPath())
                .env("SECRET", Bench.SECRET)
                .atFreePort();

        Events events = Bench.run(
                        ReceiverUnderTest.startedBy(starter).secret(Bench.SECRET),
                        Samples.OneArea.class,
                        "secret_empty")
                .testEvents();

        assertThat(events.succeeded().count()).isEqualTo(1);
        assertThatThrownBy(() -> new Socket(
                                InetAddress.getLoopbackAddress(),
                                starter.url().orElseThrow().getPort())
                        .close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void a_command_that_cannot_be_run_fails_the_tests() {
        Events events = Bench.run(
                        ReceiverUnderTest.startedBy(ProcessStarter.of(
                                        "no-such-program --port {port}", "http://127.0.0.1:0/webhook"))
                                .secret(Bench.SECRET),
                        Samples.OneArea.class,
                        "secret_empty")
                .testEvents();

        assertThat(messages(events))
                .singleElement()
                .asString()
                .contains("cannot be tested: 'no-such-program --port {port}' cannot be run");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static ReceiverUnderTest under(Starter starter) {
        return ReceiverUnderTest.startedBy(starter)
                .secret(Bench.SECRET)
                .previousSecret(Bench.PREVIOUS)
                .retiredSecret(Bench.RETIRED);
    }

    private static BuiltInReceiver goneAtOnce() {
        BuiltInReceiver receiver = Bench.correct();
        receiver.close();
        return receiver;
    }

    private static List<String> messages(Events events) {
        assertThat(events.succeeded().count()).isZero();
        return events.failed().list().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }
}
