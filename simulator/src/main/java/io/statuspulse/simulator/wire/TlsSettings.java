package io.statuspulse.simulator.wire;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose certificates are trusted.
 *
 * @param caFile PEM file with roots to trust instead of the JDK's; empty for the JDK's
 * @param insecure whether every certificate is taken, for any host; false by default
 */
public record TlsSettings(Optional<Path> caFile, boolean insecure) {
    public static final TlsSettings DEFAULT = new TlsSettings(Optional.empty(), false);
}
