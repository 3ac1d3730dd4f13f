package io.statuspulse.testcontainers;

import io.statuspulse.conformance.start.ReceiverStartException;
import io.statuspulse.conformance.start.RunningReceiver;
import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** One start of a receiver in a container: from nothing, or a container that runs, to a connection that is taken. */
final class Start {
    private final GenericContainer<?> container;
    private final ContainerSettings settings;
    private final Lease lease;

    Start(GenericContainer<?> container, ContainerSettings settings) {
        this.container = container;
        this.settings = settings;
        this.lease = Lease.of(container);
    }

    RunningReceiver run() {
        lease.enter(container, this::startContainer);
        boolean ready = false;
        try {
            requireRunning();
            requireSettings();
            int port = mappedPort();
            HostReach.hidden(container, settings.hostPorts()).ifPresent(why -> {
                throw failure(why);
            });
            awaitReceiver(port);
            URI url = URI.create("http://" + host() + ":" + port + settings.path());
            ready = true;
            return new RunningContainer(container, lease, url);
        } catch (ReceiverStartException e) {
            throw e;
        } catch (RuntimeException e) {
            throw because(e, failure(Causes.of(e)));
        } finally {
            if (!ready) {
                lease.leave(container);
            }
        }
    }

    private void startContainer() {
        if (!container.getExposedPorts().contains(settings.port())) {
            container.addExposedPort(settings.port());
        }
        settings.env().forEach(container::addEnv);
        if (settings.reaches()) {
            HostReach.give(container);
        }
        FirstWords words = new FirstWords(container);
        container.getLogConsumers().add(words);
        try {
            container.start();
        } catch (Exception e) { // Testcontainers throws checked ones too, without saying so.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw notStarted(words, e);
        } finally {
            container.getLogConsumers().remove(words);
        }
    }

    private ReceiverStartException notStarted(FirstWords words, Exception cause) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return because(cause, failure("no Docker engine answers (" + Causes.of(cause) + ")", ""));
        }
        words.awaitEnd();
        // Where it is known how it ended, the cause adds nothing but the whole environment, with its secrets.
        return words.exit()
                .map(exit -> failure(exit, words.text()))
                .orElseGet(() -> because(cause, failure(Causes.of(cause), words.text())));
    }

    private void requireRunning() {
        if (!container.isRunning()) {
            throw failure(Exit.of(container).orElse("it is not running any more")
                    + "; a container that ended is not started again");
        }
    }

    /** What cannot be changed once a container runs. */
    private void requireSettings() {
        settings.env().forEach((name, value) -> {
            if (!value.equals(container.getEnvMap().get(name))) {
                throw failure("it was running already, without the environment variable " + name
                        + " as it is set here: set it on the container");
            }
        });
        if (settings.reaches() && !HostReach.isGiven(container)) {
            throw failure("it was running already, and does not know the host: give the container .withExtraHost(\""
                    + HostReach.NAME + "\", \"host-gateway\")");
        }
    }

    private String host() {
        String host = container.getHost();
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private int mappedPort() {
        try {
            return container.getMappedPort(settings.port());
        } catch (IllegalArgumentException e) {
            throw failure("it was running already, and that port is mapped to none of the host: give the container"
                    + " .withExposedPorts(" + settings.port() + ")");
        }
    }

    private void awaitReceiver(int port) {
        Optional<String> refusal;
        try {
            refusal = Listening.await(container.getHost(), port, settings.readyWithin(), container::isRunning);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("the wait for it was interrupted");
        }
        refusal.ifPresent(last -> {
            String where = host() + ":" + port + ", which leads to it,";
            String silence = "nothing took connections from " + where + " within "
                    + settings.readyWithin().toMillis() + " ms (" + last + "): it listens at another port, or on"
                    + " 127.0.0.1 of the container, where a mapped port does not lead: let it listen on 0.0.0.0";
            throw failure(Exit.of(container)
                    .map(exit -> exit + " before it took a connection from " + where + " (" + last + ")")
                    .orElse(silence));
        });
    }

    /** Of a container that exists, so that it can be asked. */
    private ReceiverStartException failure(String why) {
        String id = container.getContainerId();
        return failure(why, id == null ? "" : ContainerLog.read(container.getDockerClient(), id));
    }

    private ReceiverStartException failure(String why, String log) {
        return new ReceiverStartException(
                "the receiver at port " + settings.port() + " of a container of " + image() + " did not start: " + why,
                log);
    }

    private static ReceiverStartException because(Throwable cause, ReceiverStartException failure) {
        failure.initCause(cause);
        return failure;
    }

    /** Without asking again for an image that was asked for in vain: that may take minutes. */
    private String image() {
        boolean known =
                container.getContainerId() != null || container.getImage().isDone();
        String name = known
                ? container.getDockerImageName()
                : Causes.nameOfImage(container.getImage().toString());
        return settings.dockerfile()
                .map(file -> known ? name + " (built from " + file + ")" : "an image to be built from " + file)
                .orElse(name);
    }
}
