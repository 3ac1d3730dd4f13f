package io.statuspulse.junit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where reports are written.
 *
 * @param path absolute
 * @param chosen whether somebody asked for it
 */
record ReportDirectory(Path path, boolean chosen) {
    /** The configuration parameter, or system property, that says where. */
    static final String PARAMETER = "statuspulse.report.dir";

    private static final String NAME = "statuspulse";

    /**
     * Returns what the parameter says, or else {@code statuspulse} where the build of the working directory puts what it
     * makes: {@code target} beside a {@code pom.xml}, {@code build} beside a Gradle script, as JUnit does with its own.
     *
     * @throws IllegalArgumentException if the parameter is no path
     */
    static ReportDirectory of(ExtensionContext context) {
        Path here = Path.of("").toAbsolutePath();
        String parameter =
                context.getConfigurationParameter(PARAMETER).orElse("").strip();
        if (parameter.isEmpty()) {
            return new ReportDirectory(buildDirectory(here).resolve(NAME), false);
        }
        try {
            return new ReportDirectory(here.resolve(parameter), true);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    PARAMETER + ": '" + parameter + "' is no path (" + e.getReason() + ")", e);
        }
    }

    static Path buildDirectory(Path project) {
        if (Files.exists(project.resolve("pom.xml"))) {
            return project.resolve("target");
        }
        return hasGradleScript(project) ? project.resolve("build") : project;
    }

    private static boolean hasGradleScript(Path project) {
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(project, "*.{gradle,gradle.kts}")) {
            return scripts.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
