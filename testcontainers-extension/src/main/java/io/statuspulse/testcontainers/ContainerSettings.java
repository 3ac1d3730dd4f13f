package io.statuspulse.testcontainers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a container is set up and reached.
 *
 * @param port where the receiver listens in the container
 * @param path where it takes deliveries
 * @param dockerfile what the image is built from; empty where there is an image
 * @param env what is added to the container's environment
 * @param reaches whether the container knows the host by its name
 * @param hostPorts what it has to reach there
 * @param readyWithin how long it may take until the receiver takes connections
 */
record ContainerSettings(
        int port,
        String path,
        Optional<Path> dockerfile,
        Map<String, String> env,
        boolean reaches,
        List<Integer> hostPorts,
        Duration readyWithin) {

    private static final Duration LONGEST = Duration.ofHours(1);

    ContainerSettings {
        requirePort("port", port);
        requirePath(path);
        if (readyWithin.toMillis() < 1 || readyWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "ready within: " + readyWithin.toMillis() + " ms is out of range [1 ms, 3600000 ms]");
        }
        hostPorts.forEach(hostPort -> requirePort("host port", hostPort));
        env.keySet().forEach(ContainerSettings::requireName);
    }

    static ContainerSettings of(int port, String path) {
        return new ContainerSettings(port, path, Optional.empty(), Map.of(), false, List.of(), Duration.ofSeconds(60));
    }

    ContainerSettings builtFrom(Path file) {
        return new ContainerSettings(port, path, Optional.of(file), env, reaches, hostPorts, readyWithin);
    }

    ContainerSettings withEnv(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(env);
        more.put(name, value);
        return new ContainerSettings(port, path, dockerfile, more, reaches, hostPorts, readyWithin);
    }

    ContainerSettings withReach(List<Integer> ports) {
        List<Integer> all = Stream.concat(hostPorts.stream(), ports.stream()).toList();
        return new ContainerSettings(port, path, dockerfile, env, true, all, readyWithin);
    }

    ContainerSettings withReady(Duration changed) {
        return new ContainerSettings(port, path, dockerfile, env, reaches, hostPorts, changed);
    }

    static int requirePort(String what, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(what + ": " + port + " is out of range [1, 65535]");
        }
        return port;
    }

    private static void requirePath(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: '" + path + "' does not begin with a slash");
        }
        try {
            URI.create("http://localhost" + path);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("path: '" + path + "' is no path of a URL: " + e.getMessage(), e);
        }
    }

    private static void requireName(String variable) {
        if (variable.isEmpty() || variable.contains("=")) {
            throw new IllegalArgumentException("env: '" + variable + "' is no name of a variable");
        }
    }
}
