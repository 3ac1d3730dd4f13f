package io.statuspulse.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What reports call the kit that wrote them. */
public final class Kit {
    /** The kit's name. */
    public static final String NAME = "statuspulse-webhook-kit";

    private Kit() {}

    /** Returns the version that was built, e.g. {@code 1.2.0}; never empty. */
    public static String version() {
        return Loaded.VERSION;
    }

    /** Read on first use, not when the class is touched for its name. */
    private static final class Loaded {
        private static final String RESOURCE = "kit.properties";
        static final String VERSION = read();

        private static String read() {
            try (InputStream in = Kit.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + ": is not beside " + Kit.class.getName());
                }
                Properties properties = new Properties();
                properties.load(in);
                String version = properties.getProperty("version", "").strip();
                if (version.isEmpty() || version.contains("${")) {
                    throw new IllegalStateException(
                            RESOURCE + ": version is '" + version + "'; expected the number that the build fills in");
                }
                return version;
            } catch (IOException e) {
                throw new UncheckedIOException(RESOURCE + ": cannot be read", e);
            }
        }
    }
}
