package io.statuspulse.conformance.suite;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** A jar file, or a directory of classes, that holds scenario sources. */
final class ScenarioFile {
    private static final String SERVICES = "META-INF/services/" + ScenarioSource.class.getName();

    private ScenarioFile() {}

    static Catalogue addTo(Catalogue catalogue, Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("'" + file + "' does not exist; expected a jar file or a directory");
        }
        if (!namesSources(file)) {
            throw new IllegalArgumentException(
                    "'" + file + "' holds no scenarios: it has no " + SERVICES + " that names a class");
        }
        String name = String.valueOf(file.toAbsolutePath().normalize().getFileName());
        // The kit's loader as parent, so that what is made of the kit's classes is the kit's.
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {file.toUri().toURL()}, Catalogue.class.getClassLoader())) {
            List<ScenarioSource> sources = ServiceSources.heldBy(loader, name);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + file + "' holds no scenarios: " + SERVICES + " names no class of its own");
            }
            Catalogue all = catalogue;
            for (ScenarioSource source : sources) {
                all = all.with(name, ServiceSources.read(name, source, catalogue.tolerance()));
            }
            return all;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static boolean namesSources(Path file) {
        if (Files.isDirectory(file)) {
            return Files.exists(file.resolve(SERVICES));
        }
        // A class loader passes over what it cannot read.
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getEntry(SERVICES) != null;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static IllegalArgumentException unreadable(Path file, Exception e) {
        return new IllegalArgumentException("'" + file + "' cannot be read as a jar file (" + e.getMessage() + ")", e);
    }
}
