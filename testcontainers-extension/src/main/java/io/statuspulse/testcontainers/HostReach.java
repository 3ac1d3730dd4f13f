package io.statuspulse.testcontainers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;

/** The way from a container to what listens on the machine of the tests. */
final class HostReach {
    /** Docker Desktop's name for the host, which other engines take from {@link #give}. */
    static final String NAME = "host.docker.internal";

    private static final String GATEWAY = "host-gateway";

    private HostReach() {}

    /** Lets the container know the host by its name; has no effect the second time. */
    static void give(GenericContainer<?> container) {
        if (!isGiven(container)) {
            container.withExtraHost(NAME, GATEWAY);
        }
    }

    static boolean isGiven(GenericContainer<?> container) {
        return container.getExtraHosts().stream().anyMatch(line -> line.startsWith(NAME + ":"));
    }

    /**
     * Looks for a port that the container cannot reach, because what listens there does so on loopback only.
     *
     * <p>That can be told where the container's way leads to an address of this very machine, as it does with an engine on
     * Linux; elsewhere nothing is said. Neither is it where nothing listens at all: it may come later.
     *
     * @return what is wrong, and how to mend it
     */
    static Optional<String> hidden(GenericContainer<?> container, List<Integer> ports) {
        Optional<String> address = Optional.of(container)
                .filter(c -> !ports.isEmpty())
                .flatMap(HostReach::addressOfHost)
                .filter(HostReach::isOurs);
        return address.flatMap(gateway -> ports.stream()
                .filter(port -> Listening.refusal(gateway, port).isPresent()
                        && Listening.refusal("127.0.0.1", port).isEmpty())
                .findFirst()
                .map(port -> "what listens at port " + port + " of this machine does so on 127.0.0.1 only, where a"
                        + " container cannot reach it: let it listen on " + gateway + " (what " + NAME
                        + " is in the container) or on 0.0.0.0"));
    }

    private static Optional<String> addressOfHost(GenericContainer<?> container) {
        try {
            return container.copyFileFromContainer(
                    "/etc/hosts",
                    hosts -> addressOfHost(
                            new BufferedReader(new InputStreamReader(hosts, StandardCharsets.UTF_8)).lines()));
        } catch (Exception e) { // Testcontainers throws checked ones too, without saying so.
            return Optional.empty(); // Some engines do not hand out that file, and nothing depends on it.
        }
    }

    static Optional<String> addressOfHost(Stream<String> hosts) {
        return hosts.map(line -> List.of(line.replaceFirst("#.*", "").strip().split("\\s+")))
                .filter(words -> words.subList(1, words.size()).contains(NAME))
                .map(words -> words.get(0))
                .findFirst();
    }

    private static boolean isOurs(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return !parsed.isLoopbackAddress() && NetworkInterface.getByInetAddress(parsed) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
