package io.statuspulse.conformance.start;

import io.statuspulse.conformance.command.Command;
import io.statuspulse.simulator.delivery.Printable;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Starts a receiver with a command; immutable.
 *
 * <p>The command is split at spaces, quotes keep a word together, and no shell is involved. It must stay in the foreground:
 * when its process has ended, so has the receiver. It is ready when the port of its URL takes a TCP connection.
 *
 * <p>Where the URL has port 0 or {@code {port}}, a free port is chosen at each start and is the value of {@code PORT} in
 * the command's environment. {@code {port}} in the command is the URL's port in any case.
 */
public final class ProcessStarter implements ReceiverStarter {
    /** How long a receiver has to become ready, unless told otherwise: 30 s. */
    public static final Duration READY_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String PORT = "{port}";

    private final Command command;

    /** With {@code {port}} where a free port is to be put in. */
    private final String url;

    private final Optional<Path> directory;
    private final Map<String, String> environment;
    private final Duration readyTimeout;
    private final UnaryOperator<String> redaction;

    private ProcessStarter(
            Command command,
            String url,
            Optional<Path> directory,
            Map<String, String> environment,
            Duration readyTimeout,
            UnaryOperator<String> redaction) {
        this.command = command;
        this.url = url;
        this.directory = directory;
        this.environment = Map.copyOf(environment);
        this.readyTimeout = readyTimeout;
        this.redaction = redaction;
    }

    /**
     * A receiver that this command starts, in the working directory and with the environment of this process.
     *
     * @param url where it takes deliveries then, e.g. {@code http://127.0.0.1:{port}/webhook/statuspulse}
     * @throws IllegalArgumentException if the command is blank or a quote in it is not closed, or the URL is no endpoint
     */
    public static ProcessStarter of(String command, String url) {
        String template = withoutPortZero(url);
        target(template, 1);
        return new ProcessStarter(
                Command.parse("start", command),
                template,
                Optional.empty(),
                Map.of(),
                READY_TIMEOUT,
                UnaryOperator.identity());
    }

    /** Starts it in that directory. */
    public ProcessStarter in(Path working) {
        return new ProcessStarter(command, url, Optional.of(working), environment, readyTimeout, redaction);
    }

    /** Sets a variable of its environment, {@code PORT} too. */
    public ProcessStarter env(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new ProcessStarter(command, url, directory, more, readyTimeout, redaction);
    }

    /**
     * Gives it that long to become ready.
     *
     * @throws IllegalArgumentException if that is not within 1 ms and 1 h
     */
    public ProcessStarter readyWithin(Duration timeout) {
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "ready timeout: " + timeout.toMillis() + " ms is out of range [1 ms, 3600000 ms]");
        }
        return new ProcessStarter(command, url, directory, environment, timeout, redaction);
    }

    /** Takes these secrets out of what it prints and of errors about it. */
    public ProcessStarter hiding(Secrets secrets) {
        return new ProcessStarter(command, url, directory, environment, readyTimeout, secrets::redact);
    }

    /**
     * Returns this with a free port chosen now, where one is to be chosen: its URL is known then, and each start is at that
     * port.
     */
    public ProcessStarter atFreePort() {
        if (!choosesPort()) {
            return this;
        }
        String port = Integer.toString(Port.free());
        ProcessStarter chosen =
                new ProcessStarter(command, url.replace(PORT, port), directory, environment, readyTimeout, redaction);
        return environment.containsKey("PORT") ? chosen : chosen.env("PORT", port);
    }

    /** Where the receiver takes deliveries; empty where a port is chosen at each start. */
    public Optional<URI> url() {
        return choosesPort() ? Optional.empty() : Optional.of(target(url, 1).uri());
    }

    /**
     * Starts the command, and returns once the port takes a connection.
     *
     * @throws ReceiverStartException if the port takes connections before, the command cannot be run, it ends before the
     *     port takes one, or that takes too long; nothing of it is left running then
     */
    @Override
    public ProcessReceiver start() {
        return choosesPort() ? atFreePort().start() : startAt(target(url, 1));
    }

    private ProcessReceiver startAt(Target target) {
        Port port = new Port(target.host(), target.port());
        if (port.takesConnections(ProcessReceiver.CONNECT)) {
            throw new ReceiverStartException(port + " takes connections before '" + shown(command.toString())
                    + "' was started, so that another receiver would be tested: end that one, or choose another port"
                    + " (port 0 in the URL takes a free one)");
        }
        Marker marker = Marker.unique();
        ProcessReceiver receiver = new ProcessReceiver(
                run(target.port(), marker), marker, target.uri(), shown(command.toString()), redaction);
        try {
            receiver.awaitReady(port, readyTimeout);
            return receiver;
        } catch (ReceiverStartException e) {
            receiver.close();
            throw e;
        }
    }

    private Process run(int port, Marker marker) {
        ProcessBuilder builder = new ProcessBuilder(command.filled(Map.of("port", Integer.toString(port))));
        directory.map(Path::toFile).ifPresent((File working) -> builder.directory(working));
        builder.environment().putAll(environment);
        marker.addTo(builder.environment());
        builder.redirectErrorStream(true);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ReceiverStartException(
                    "'" + shown(command.toString()) + "' cannot be run (" + shown(String.valueOf(e.getMessage())) + ")",
                    e);
        }
    }

    private String shown(String text) {
        return Printable.decoded(redaction.apply(text));
    }

    private boolean choosesPort() {
        return url.contains(PORT);
    }

    private static String withoutPortZero(String url) {
        if (url.contains(PORT)) {
            return url;
        }
        try {
            URI uri = URI.create(url);
            return uri.getPort() == 0 && uri.getHost() != null
                    ? url.replaceFirst("(//[^/?#]*):0+(?=[/?#]|$)", "$1:{port}")
                    : url;
        } catch (IllegalArgumentException e) {
            return url; // Said better by whoever makes a target of it.
        }
    }

    private static Target target(String template, int port) {
        return Target.of(template.replace(PORT, Integer.toString(port)));
    }
}
