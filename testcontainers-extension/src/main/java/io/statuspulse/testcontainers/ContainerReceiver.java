package io.statuspulse.testcontainers;

import io.statuspulse.conformance.start.ReceiverStarter;
import io.statuspulse.conformance.start.RunningReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/**
 * A receiver in a container of Testcontainers; a value, of which every method returns a changed copy.
 *
 * <p>{@code ContainerReceiver.at(container, 8080, "/webhook/statuspulse")} is enough. The container is started when a run
 * begins, if it is not running by then; only what was started here is stopped afterwards, as soon as no run uses it any
 * more. Deliveries go to the host's port that the container's port is mapped to.
 *
 * <p>What is set here (environment, the way to the host) is given to the container before it starts.
 */
public final class ContainerReceiver implements ReceiverStarter {
    private final Supplier<GenericContainer<?>> container;
    private final ContainerSettings settings;

    private ContainerReceiver(Supplier<GenericContainer<?>> container, ContainerSettings settings) {
        this.container = container;
        this.settings = settings;
    }

    /**
     * A receiver in that container, running or not; whoever made it decides on everything else, e.g. what it waits for.
     *
     * @param port where the receiver listens in the container; it is exposed if it is not yet
     * @param path where it takes deliveries, e.g. {@code /webhook/statuspulse}
     * @throws IllegalArgumentException if the port is out of [1, 65535] or the path does not begin with a slash
     */
    public static ContainerReceiver at(GenericContainer<?> container, int port, String path) {
        return new ContainerReceiver(() -> container, ContainerSettings.of(port, path));
    }

    /**
     * A receiver in a container of that image, a new one for each run; the image is pulled if the engine lacks it.
     *
     * @param image e.g. {@code registry.example.com/shop/receiver:1.4}
     * @param port where the receiver listens in the container
     * @param path where it takes deliveries, e.g. {@code /webhook/statuspulse}
     * @throws IllegalArgumentException if the image has no valid name, the port is out of [1, 65535] or the path does not
     *     begin with a slash
     */
    public static ContainerReceiver ofImage(String image, int port, String path) {
        DockerImageName name = DockerImageName.parse(image);
        name.assertValid();
        return new ContainerReceiver(() -> unhurried(new GenericContainer<>(name)), ContainerSettings.of(port, path));
    }

    /**
     * A receiver in a container of the image that this Dockerfile makes, a new container for each run. The image is built
     * once, from the folder that the Dockerfile is in, less what a {@code .dockerignore} there names.
     *
     * @param port where the receiver listens in the container
     * @param path where it takes deliveries, e.g. {@code /webhook/statuspulse}
     * @throws IllegalArgumentException if there is no such file, the port is out of [1, 65535] or the path does not begin
     *     with a slash
     */
    public static ContainerReceiver ofDockerfile(Path dockerfile, int port, String path) {
        Path file = dockerfile.toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("dockerfile: " + file + " is no file");
        }
        ImageFromDockerfile image = new ImageFromDockerfile().withDockerfile(file);
        return new ContainerReceiver(
                () -> unhurried(new GenericContainer<>(image)),
                ContainerSettings.of(port, path).builtFrom(file));
    }

    /**
     * The URL at which a container {@linkplain #reaching(int...) reaches} a server on the machine of the tests:
     * {@code http://host.docker.internal:PORT}.
     *
     * @throws IllegalArgumentException if the port is out of [1, 65535]
     */
    public static String hostUrl(int port) {
        return "http://" + HostReach.NAME + ":" + ContainerSettings.requirePort("host port", port);
    }

    /** Sets an environment variable of the container, e.g. the secret; none by default. */
    public ContainerReceiver env(String name, String value) {
        return with(settings.withEnv(name, value));
    }

    /**
     * Lets the container reach servers on the machine of the tests, e.g. a WireMock server that stands for what the
     * receiver calls, at {@link #hostUrl}. They have to listen on all addresses, or on the one of Docker's bridge.
     *
     * @param hostPorts where they listen; if that is on loopback only, starting fails and says so
     * @throws IllegalArgumentException if a port is out of [1, 65535]
     */
    public ContainerReceiver reaching(int... hostPorts) {
        List<Integer> ports = Arrays.stream(hostPorts)
                .mapToObj(port -> ContainerSettings.requirePort("host port", port))
                .toList();
        return with(settings.withReach(ports));
    }

    /**
     * Gives the receiver that long to take connections, from when Testcontainers takes the container for started: 60 s by
     * default.
     *
     * @throws IllegalArgumentException if that is not within 1 ms and 1 h
     */
    public ContainerReceiver readyWithin(Duration timeout) {
        return with(settings.withReady(timeout));
    }

    /**
     * Starts the container, if it is not running, and returns once the receiver takes connections. Blocks for as long as
     * Testcontainers takes to build, pull and start, and then for {@link #readyWithin} at most.
     *
     * @throws io.statuspulse.conformance.start.ReceiverStartException if no Docker engine answers, the container does not
     *     start, exits, or takes no connections; the message names port and image, what happened, and the end of what the container
     *     printed
     */
    @Override
    public RunningReceiver start() {
        return new Start(container.get(), settings).run();
    }

    /** Does not wait for anything by itself: {@link Start} does, and knows better. */
    private static GenericContainer<?> unhurried(GenericContainer<?> container) {
        container.setWaitStrategy(new NoWait());
        return container;
    }

    private ContainerReceiver with(ContainerSettings changed) {
        return new ContainerReceiver(container, changed);
    }
}
