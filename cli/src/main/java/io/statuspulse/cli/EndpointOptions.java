package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where deliveries go, and how they get there. */
final class EndpointOptions {
    private static final Duration LONGEST = Duration.ofHours(1);

    @Parameters(
            paramLabel = "URL",
            arity = "0..1",
            hideParamSyntax = true,
            description = "Where the receiver takes deliveries; http or https.")
    private String url = "";

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            order = 11,
            description = "For each phase of an exchange. Default: 10s.")
    private Duration timeout = Duration.ofSeconds(10);

    @Option(
            names = "--header",
            paramLabel = "LINE",
            order = 60,
            description = "'Name: value', added to every delivery.")
    private List<String> headers = List.of();

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            order = 61,
            description = "PEM file of roots to trust instead of Java's.")
    private Optional<Path> caFile = Optional.empty();

    @Option(names = "--insecure", order = 62, description = "Take any certificate.")
    private boolean insecure;

    @Option(names = "--allow-remote", order = 63, description = "Any host; what it accepts, it processes as real.")
    private boolean allowRemote;

    /** As it was given. */
    String url() {
        if (url.isEmpty()) {
            throw usage("URL is missing, expected e.g. http://127.0.0.1:8080/webhook/statuspulse");
        }
        return url;
    }

    Target target() {
        return checked(() -> Target.of(url()));
    }

    Deadlines deadlines() {
        if (timeout.compareTo(LONGEST) > 0) {
            throw usage("--timeout is " + timeout.toSeconds() + " s, expected at most " + LONGEST.toSeconds() + " s");
        }
        if (timeout.toMillis() < 1) {
            throw usage("--timeout is " + timeout.toMillis() + " ms, expected at least 1 ms");
        }
        return Deadlines.all(timeout);
    }

    Duration timeout() {
        return timeout;
    }

    TlsSettings tls() {
        caFile.filter(Files::isDirectory).ifPresent(file -> {
            throw usage("--ca-file: '" + file + "' is a directory, expected a PEM file");
        });
        return new TlsSettings(caFile, insecure);
    }

    List<HeaderLine> headerLines() {
        return headers.stream().map(ExtraHeader::parse).toList();
    }

    /** Looks the host up and refuses one where a delivery could do harm. */
    void check(Target target) {
        HostGuard.check(target.host(), deadlines().connect(), allowRemote);
    }
}
