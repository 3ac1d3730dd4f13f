package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * The Docker engine that tests need, and that must not keep anything of them. Where none answers they are skipped, and say
 * so; {@code .ci/docker}, which starts one, lets none be skipped.
 */
final class Engine implements ExecutionCondition, AfterEachCallback {
    /** A ping takes milliseconds; longer means that Testcontainers pulls an image to find its way, which takes minutes. */
    private static final int MOST_SECONDS = 30;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Look.MISSING.isPresent()) {
            return disabled("needs a Docker engine, which .ci/docker starts: " + Look.MISSING.get());
        }
        return Images.goIsThere() ? enabled("") : disabled("needs go, to build a receiver for a container");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertNothingLeft();
    }

    private static Optional<String> missing() {
        try {
            boolean there = CompletableFuture.supplyAsync(
                            () -> DockerClientFactory.instance().isDockerAvailable())
                    .get(MOST_SECONDS, TimeUnit.SECONDS);
            return there ? Optional.empty() : Optional.of("none answers");
        } catch (TimeoutException e) {
            return Optional.of("none is usable within " + MOST_SECONDS
                    + " s; set TESTCONTAINERS_HOST_OVERRIDE=localhost" + " if the tests themselves run in a container");
        } catch (ExecutionException e) {
            return Optional.of(e.getCause().toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    /** Nothing of this JVM is left, running or not. */
    static void assertNothingLeft() {
        assertThat(client().listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL + "="
                                + DockerClientFactory.SESSION_ID))
                        .exec())
                .isEmpty();
    }

    /** Where a container finds this machine, if it has that address itself: what listens there is not open to the world. */
    static InetAddress host() {
        Network bridge = client().inspectNetworkCmd().withNetworkId("bridge").exec();
        try {
            NetworkInterface own = NetworkInterface.getByName(
                    bridge.getOptions().getOrDefault("com.docker.network.bridge.name", "docker0"));
            return own == null
                    ? InetAddress.getLoopbackAddress() // Docker Desktop passes on to it.
                    : own.getInterfaceAddresses().stream()
                            .map(InterfaceAddress::getAddress)
                            .filter(address -> address.getAddress().length == 4)
                            .findFirst()
                            .orElseThrow();
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looked for once: where there is none, that takes its time. */
    private static final class Look {
        static final Optional<String> MISSING = missing();
    }
}
