package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.waiver.KnownFailures;
import io.statuspulse.conformance.waiver.Overlay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Option;

/** Which failures are lived with, and which might be. */
final class KnownFailureOptions {
    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            order = 24,
            description = "YAML or JSON (*.json): failures to live with.")
    private List<Path> files = List.of();

    @Option(
            names = "--print-known-failures",
            order = 25,
            description = "Print such a file, the report to standard error.")
    private boolean print;

    /** Reads the files, one after the other, and finds out what they name. */
    Overlay over(List<Scenario> suite, Instant now) {
        KnownFailures known =
                files.stream().map(KnownFailureOptions::read).reduce(KnownFailures.NONE, KnownFailures::and);
        try {
            return known.over(suite, LocalDate.ofInstant(now, ZoneOffset.UTC));
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private static KnownFailures read(Path file) {
        byte[] document = Input.knownFailures(file);
        try {
            return KnownFailures.read(document, file.toString());
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private static CliException wrong(IllegalArgumentException e) {
        return usage("--known-failures: " + e.getMessage(), e);
    }

    /** Whether standard output is for a draft of such a file, and nothing else. */
    boolean print() {
        return print;
    }
}
