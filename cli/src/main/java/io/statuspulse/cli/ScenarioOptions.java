package io.statuspulse.cli;

import io.statuspulse.conformance.suite.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Scenarios of the user's own, beside those of the suite. */
final class ScenarioOptions {
    @Option(
            names = "--scenarios",
            paramLabel = "JAR",
            order = 24,
            description = "Your own too: a jar, or a directory of classes.")
    private List<Path> files = List.of();

    /** Returns all scenarios for the default tolerance. */
    Catalogue catalogue() {
        return withFiles(Catalogue.builtIn());
    }

    /** Returns all scenarios, with their edges where that tolerance puts them. */
    Catalogue catalogue(Duration tolerance) {
        return withFiles(Catalogue.builtIn(tolerance));
    }

    /** Returns the files as they were named. */
    List<String> names() {
        return files.stream().map(Path::toString).toList();
    }

    private Catalogue withFiles(Catalogue suite) {
        Catalogue all = suite;
        for (Path file : files) {
            try {
                all = all.withFile(file);
            } catch (IllegalArgumentException e) {
                throw CliException.usage("--scenarios: " + e.getMessage(), e);
            }
        }
        return all;
    }
}
