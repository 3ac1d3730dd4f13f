package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.conformance.start.RunningReceiver;
import io.statuspulse.conformance.suite.Selection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.TestcontainersConfiguration;

/** What is started, and what is stopped. */
@ExtendWith(Engine.class)
class LifecycleIT {
    @Test
    void containerThatIsNotRunningIsStartedAndStopped() {
        GenericContainer<?> container = Images.container();
        RunningReceiver running = at(container).start();

        assertThat(container.isRunning()).isTrue();
        assertThat(running.url())
                .hasToString(
                        "http://" + container.getHost() + ":" + container.getMappedPort(Images.PORT) + Images.PATH);
        assertThat(Runs.troubles(Runs.quick(running))).isEmpty();

        running.close();
        running.close();
        assertThat(container.getContainerId()).isNull();
        Engine.assertNothingLeft();
    }

    @Test
    void containerThatRunsStaysRunning() {
        try (GenericContainer<?> container = Images.container().withExposedPorts(Images.PORT)) {
            container.start();
            String id = container.getContainerId();
            at(container).start().close();

            assertThat(container.getContainerId()).isEqualTo(id);
            assertThat(container.isRunning()).isTrue();
        }
    }

    /** The build lets containers be reused; only those that ask for it are. */
    @Test
    void containerToBeReusedStaysForTheNextRun() {
        assumeTrue(TestcontainersConfiguration.getInstance().environmentSupportsReuse(), "reuse is not enabled");
        GenericContainer<?> container = Images.container().withReuse(true);
        try {
            at(container).start().close();
            assertThat(container.isRunning()).isTrue();
        } finally {
            container.stop();
        }
    }

    @Test
    void containerThatIsSharedIsStartedOnceAndStoppedByTheLast() throws Exception {
        GenericContainer<?> container = Images.container();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<RunningReceiver>> starting = Stream.of(1, 2, 3)
                    .map(i -> threads.submit(() -> at(container).start()))
                    .toList();
            RunningReceiver first = starting.get(0).get();
            RunningReceiver second = starting.get(1).get();
            RunningReceiver third = starting.get(2).get();
            String id = container.getContainerId();
            assertThat(List.of(second.url(), third.url())).containsOnly(first.url());

            first.close();
            first.close();
            second.close();
            assertThat(container.isRunning()).isTrue();
            assertThat(container.getContainerId()).isEqualTo(id);
            third.close();
            assertThat(container.getContainerId()).isNull();
        } finally {
            threads.shutdown();
            container.stop();
        }
    }

    @Test
    void containerIsStartedAgainForAnotherRun() {
        GenericContainer<?> container = Images.container();
        at(container).start().close();
        try (RunningReceiver again = at(container).start()) {
            assertThat(again.log()).isEmpty();
            assertThat(container.getLogConsumers()).isEmpty();
            assertThat(container.getExposedPorts()).containsExactly(Images.PORT);
        }
        assertThat(container.getContainerId()).isNull();
    }

    @Test
    void imageGetsAContainerOfItsOwnForEachRun() {
        ContainerReceiver receiver =
                Images.withSecrets(ContainerReceiver.ofImage(Images.name(), Images.PORT, Images.PATH));
        try (RunningReceiver one = receiver.start();
                RunningReceiver other = receiver.start()) {
            assertThat(one.url()).isNotEqualTo(other.url());
            assertThat(Runs.troubles(Runs.quick(other))).isEmpty();
        }
    }

    @Test
    void logIsThatOfTheContainerAlsoAfterTheEnd() {
        RunningReceiver running = Images.receiver().start();
        Inside inside = new Inside(running);
        Selection retried = new Selection(Optional.empty(), List.of("idempotency/after-failed-attempt"), List.of());
        Runs.of(retried, running, settings -> settings.effects(inside.effects()).failures(inside.failures()));
        assertThat(running.log()).contains(": told to fail");
        String before = running.log();
        running.close();
        assertThat(running.log()).isEqualTo(before);
    }

    private static ContainerReceiver at(GenericContainer<?> container) {
        return ContainerReceiver.at(container, Images.PORT, Images.PATH);
    }
}
