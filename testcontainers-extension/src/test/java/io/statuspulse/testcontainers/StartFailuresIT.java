package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.start.ReceiverStartException;
import io.statuspulse.conformance.start.RunningReceiver;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** What is said of a receiver that does not start. Nothing is left of one. */
@ExtendWith(Engine.class)
class StartFailuresIT {
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void programThatEndsAtOnceIsQuoted() {
        assertFailure(at(Images.withoutSecret()))
                .hasMessageContaining("it exited with code 1")
                .hasMessageContaining("the receiver at port 8080 of a container of " + Images.name())
                .hasMessageContaining("STATUSPULSE_SECRET is missing, or a secret is empty")
                .hasNoCause();
    }

    /** What Testcontainers throws then tells all that the engine knows of the container. */
    @Test
    void secretsOfAProgramThatEndsAtOnceAreKeptBack() {
        assertFailure(at(Images.container().withEnv("STATUSPULSE_PREVIOUS_SECRET", "")))
                .hasMessageContaining("it exited with code 1")
                .hasMessageNotContaining(Images.SECRET)
                .hasNoCause();
    }

    @Test
    void sameOfAnImage() {
        assertFailure(ContainerReceiver.ofImage(Images.name(), Images.PORT, Images.PATH))
                .hasMessageContaining("it exited with code 1")
                .hasMessageContaining("STATUSPULSE_SECRET is missing, or a secret is empty");
    }

    /** As every example does that is written for one's own machine: Docker's proxy takes connections, and closes them. */
    @Test
    void receiverOnLoopbackOfItsContainerIsNotTakenForStarted() {
        assertFailure(at(Images.container().withCommand("/receiver", "8080")).readyWithin(SHORT))
                .hasMessageMatching(".* nothing took connections from [^ ]*:\\d+, which leads to it, within 1000 ms"
                        + " \\(the connection is taken, and closed at once\\): .* let it listen on 0\\.0\\.0\\.0");
    }

    @Test
    void receiverAtAnotherPortIsNotTakenForStarted() {
        assertFailure(ContainerReceiver.at(Images.container(), 8081, Images.PATH)
                        .readyWithin(SHORT))
                .hasMessageContaining("the receiver at port 8081 ")
                .hasMessageContaining("it listens at another port");
    }

    @Test
    void whatTheContainerWaitsForInVainIsSaid() {
        GenericContainer<?> container =
                Images.container().waitingFor(Wait.forLogMessage(".*ready.*", 1).withStartupTimeout(SHORT));
        assertFailure(at(container))
                .hasMessageContaining("Timed out waiting for log output matching '.*ready.*'")
                .hasMessageNotContaining("exited");
    }

    @Test
    void programThatIsNotThereIsSaid() {
        assertFailure(at(Images.container().withCommand("/no-such-program")))
                .hasMessageContaining("/no-such-program")
                .hasMessageContaining("no such file or directory");
    }

    @Test
    void imageThatIsNotThereIsNamed() {
        GenericContainer<?> container =
                new GenericContainer<>("localhost/no-such-image:1").withImagePullPolicy(name -> false);
        assertFailure(at(container)).hasMessageContaining("No such image: localhost/no-such-image:1");
    }

    @Test
    void containerThatItDependsOnIsToBlame() {
        GenericContainer<?> database =
                new GenericContainer<>("localhost/no-such-database:1").withImagePullPolicy(name -> false);
        assertFailure(at(Images.container().dependsOn(database)))
                .hasMessageContaining("No such image: localhost/no-such-database:1");
    }

    @Test
    void containerThatRunsWithoutThePortIsNotGuessedAt() {
        try (GenericContainer<?> container = Images.container()) {
            container.start();
            assertFailure(at(container))
                    .hasMessageContaining("that port is mapped to none of the host")
                    .hasMessageContaining(".withExposedPorts(8080)");
            assertThat(container.isRunning()).isTrue();
        }
    }

    @Test
    void containerThatRunsCannotBeGivenAnything() {
        try (GenericContainer<?> container = Images.container().withExposedPorts(Images.PORT)) {
            container.start();
            assertFailure(at(container).env("MODE", "test")).hasMessageContaining("environment variable MODE");
            assertFailure(at(container).env("STATUSPULSE_SECRET", "whsec_other"))
                    .hasMessageContaining("environment variable STATUSPULSE_SECRET")
                    .hasMessageNotContaining("whsec");
            assertFailure(at(container).reaching())
                    .hasMessageContaining(".withExtraHost(\"host.docker.internal\", \"host-gateway\")");
            at(container).env("STATUSPULSE_SECRET", Images.SECRET).start().close();
            assertThat(container.isRunning()).isTrue();
        }
    }

    @Test
    void containerThatEndedIsNotStartedAgain() {
        GenericContainer<?> container = Images.container();
        try (RunningReceiver first = at(container).start()) {
            Engine.client().killContainerCmd(container.getContainerId()).exec();
            assertFailure(at(container))
                    .hasMessageContaining("it exited with code 137")
                    .hasMessageContaining("a container that ended is not started again");
            assertThat(first.log()).isEmpty();
        }
    }

    private static ContainerReceiver at(GenericContainer<?> container) {
        return ContainerReceiver.at(container, Images.PORT, Images.PATH);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFailure(ContainerReceiver receiver) {
        return assertThatThrownBy(() -> receiver.start().close())
                .isInstanceOf(ReceiverStartException.class)
                .hasMessageStartingWith("the receiver at port ");
    }
}
