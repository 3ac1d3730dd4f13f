package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;

/** Wrong values are refused where they are written, without an engine. */
class ContainerReceiverTest {
    private static final String PATH = "/webhook/statuspulse";

    private final GenericContainer<?> container = new GenericContainer<>("localhost/never-started:1");
    private final ContainerReceiver receiver = ContainerReceiver.at(container, 8080, PATH);

    @Test
    void portIsOne() {
        assertRefused(() -> ContainerReceiver.at(container, 0, PATH), "port: 0 is out of range [1, 65535]");
        assertRefused(() -> ContainerReceiver.ofImage("receiver:1", 65_536, PATH), "port: 65536 is out of range");
        assertRefused(() -> ContainerReceiver.hostUrl(-1), "host port: -1 is out of range [1, 65535]");
        assertRefused(() -> receiver.reaching(9000, 70_000), "host port: 70000 is out of range [1, 65535]");
    }

    @Test
    void pathBeginsWithASlashAndIsOneOfAUrl() {
        assertRefused(
                () -> ContainerReceiver.at(container, 8080, "webhook"), "path: 'webhook' does not begin with a slash");
        assertRefused(() -> ContainerReceiver.at(container, 8080, "/a b"), "path: '/a b' is no path of a URL");
    }

    @Test
    void imageHasAValidName() {
        assertRefused(() -> ContainerReceiver.ofImage("Receiver In Capitals", 8080, PATH), "Receiver In Capitals");
    }

    @Test
    void dockerfileIsThere(@TempDir Path folder) {
        assertRefused(
                () -> ContainerReceiver.ofDockerfile(folder.resolve("Dockerfile"), 8080, PATH),
                folder.resolve("Dockerfile") + " is no file");
    }

    @Test
    void timeIsLongerThanZeroAndBounded() {
        assertRefused(
                () -> receiver.readyWithin(Duration.ZERO), "ready within: 0 ms is out of range [1 ms, 3600000 ms]");
        assertRefused(() -> receiver.readyWithin(Duration.ofHours(2)), "ready within: 7200000 ms is out of range");
    }

    @Test
    void variableHasAName() {
        assertRefused(() -> receiver.env("", "x"), "env: '' is no name of a variable");
        assertRefused(() -> receiver.env("A=B", "x"), "env: 'A=B' is no name of a variable");
    }

    @Test
    void hostHasAUrlInTheContainer() {
        assertThat(ContainerReceiver.hostUrl(9000)).isEqualTo("http://host.docker.internal:9000");
    }

    @Test
    void nothingIsDoneToTheContainerBeforeItStarts() {
        receiver.env("A", "b").reaching(9000).readyWithin(Duration.ofSeconds(1));
        assertThat(container.getEnvMap()).isEmpty();
        assertThat(container.getExtraHosts()).isEmpty();
        assertThat(container.getExposedPorts()).isEmpty();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
