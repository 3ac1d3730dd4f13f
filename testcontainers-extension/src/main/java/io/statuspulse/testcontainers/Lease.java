package io.statuspulse.testcontainers;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * Who uses a container at the moment: the first starts it where it was not started, and the last stops it, if it was
 * started here. One for each container, whoever asks for it.
 */
final class Lease {
    private static final Map<GenericContainer<?>, Lease> ALL = Collections.synchronizedMap(new WeakHashMap<>());

    private int users;

    /** The id that the container got here; its owner may have started it again since. */
    private @Nullable String startedHere;

    private Lease() {}

    static Lease of(GenericContainer<?> container) {
        return ALL.computeIfAbsent(container, c -> new Lease());
    }

    /** Starts the container if it was not started; others who ask for it meanwhile wait. */
    synchronized void enter(GenericContainer<?> container, Runnable start) {
        if (container.getContainerId() == null) {
            start.run();
            startedHere = container.getContainerId();
        }
        users++;
    }

    synchronized void leave(GenericContainer<?> container) {
        users--;
        if (users > 0) {
            return;
        }
        if (startedHere != null && startedHere.equals(container.getContainerId()) && !isToBeReused(container)) {
            container.stop();
        }
        startedHere = null;
    }

    /** Whoever has containers reused wants them to outlive their tests. */
    private static boolean isToBeReused(GenericContainer<?> container) {
        return container.isShouldBeReused()
                && TestcontainersConfiguration.getInstance().environmentSupportsReuse();
    }
}
