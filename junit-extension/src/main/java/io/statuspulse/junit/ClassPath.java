package io.statuspulse.junit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.CodeSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.PackageVersion;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** What the kit needs of a class path that is the user's. */
final class ClassPath {
    private static final String ANNOTATIONS = "com.fasterxml.jackson.core:jackson-annotations:2.22";

    private ClassPath() {}

    /**
     * Jackson 2 and 3 have their annotations in common, and Maven takes those that are nearest, also where they are too old.
     *
     * @throws ExtensionConfigurationException if the kit's Jackson does not start with those of the class path
     */
    static void requireJackson() {
        try {
            new JacksonAnnotationIntrospector(); // It names them all, and is needed for the report anyway.
        } catch (LinkageError e) {
            throw new ExtensionConfigurationException(
                    "the kit's Jackson " + version() + " does not start beside " + annotations() + " ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + "): put " + ANNOTATIONS
                            + " into dependencyManagement, or the kit before what brings older ones",
                    e);
        }
    }

    private static Version version() {
        return PackageVersion.VERSION;
    }

    private static String annotations() {
        CodeSource source = JsonProperty.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "the jackson-annotations that are there";
        }
        String path = source.getLocation().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
