package io.statuspulse.testcontainers;

import io.statuspulse.conformance.start.RunningReceiver;
import java.net.URI;
import org.testcontainers.containers.GenericContainer;

/** A receiver in a container, for as long as one run uses it. */
final class RunningContainer implements RunningReceiver {
    private final GenericContainer<?> container;
    private final Lease lease;
    private final URI url;
    private boolean closed;
    private String lastLog = "";

    RunningContainer(GenericContainer<?> container, Lease lease, URI url) {
        this.container = container;
        this.lease = lease;
        this.url = url;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public synchronized String log() {
        String id = container.getContainerId();
        if (!closed && id != null) {
            lastLog = ContainerLog.read(container.getDockerClient(), id);
        }
        return lastLog;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            log();
            closed = true;
            lease.leave(container);
        }
    }
}
