package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.tls.TlsVersion;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Whose certificates are trusted, and which versions of TLS are spoken.
 *
 * @param caFile PEM file with roots to trust instead of the JDK's; empty for the JDK's
 * @param insecure whether every certificate is taken, for any host; false by default
 * @param versions the versions to offer; empty, the default, for those that the JDK offers by itself
 */
public record TlsSettings(Optional<Path> caFile, boolean insecure, Set<TlsVersion> versions) {
    public static final TlsSettings DEFAULT = new TlsSettings(Optional.empty(), false);

    public TlsSettings {
        versions = Set.copyOf(versions);
    }

    /** Speaks the versions that the JDK offers by itself. */
    public TlsSettings(Optional<Path> caFile, boolean insecure) {
        this(caFile, insecure, Set.of());
    }

    /** Offers that version only; one that the JDK does not speak makes every handshake fail. */
    public TlsSettings only(TlsVersion version) {
        return new TlsSettings(caFile, insecure, Set.of(version));
    }
}
