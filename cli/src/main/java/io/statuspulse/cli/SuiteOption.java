package io.statuspulse.cli;

import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.scenario.SuiteVersion;
import io.statuspulse.conformance.suite.Catalogue;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which version of the suite decides. */
final class SuiteOption {
    @Option(
            names = "--suite",
            paramLabel = "VERSION",
            order = 25,
            description = "Score what this suite had; only report the rest.")
    private Optional<String> version = Optional.empty();

    void addTo(RunSettings.Builder settings) {
        version.ifPresent(text -> settings.scoredAs(named("--suite", text)));
    }

    /** Returns that version of the suite; own scenarios belong to one of them. */
    static SuiteVersion named(String option, String text) {
        try {
            return Catalogue.builtIn().versionNamed(text);
        } catch (IllegalArgumentException e) {
            throw CliException.usage(option + ": " + e.getMessage(), e);
        }
    }
}
