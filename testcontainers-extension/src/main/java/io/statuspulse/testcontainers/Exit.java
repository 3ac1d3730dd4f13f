package io.statuspulse.testcontainers;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;

/** How a container ended. */
final class Exit {
    /** What Testcontainers does to a container that it gives up: SIGKILL. */
    private static final long KILLED = 137;

    private Exit() {}

    /** Returns how the container ended; empty where it runs, or nobody knows. */
    static Optional<String> of(GenericContainer<?> container) {
        return state(container).map(Exit::words);
    }

    /** As {@link #of}, but empty too where it may have been ended from outside. */
    static Optional<String> ofItsOwn(GenericContainer<?> container) {
        return state(container)
                .filter(state -> Boolean.TRUE.equals(state.getOOMKilled()) || !isKilled(state))
                .map(Exit::words);
    }

    private static boolean isKilled(ContainerState state) {
        Long code = state.getExitCodeLong();
        return code != null && code == KILLED;
    }

    private static Optional<ContainerState> state(GenericContainer<?> container) {
        String id = container.getContainerId();
        if (id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(container
                            .getDockerClient()
                            .inspectContainerCmd(id)
                            .exec()
                            .getState())
                    .filter(state -> !Boolean.TRUE.equals(state.getRunning()));
        } catch (DockerException e) {
            return Optional.empty();
        }
    }

    private static String words(ContainerState state) {
        String memory = Boolean.TRUE.equals(state.getOOMKilled()) ? ", for want of memory" : "";
        return "it exited with code " + state.getExitCodeLong() + memory;
    }
}
