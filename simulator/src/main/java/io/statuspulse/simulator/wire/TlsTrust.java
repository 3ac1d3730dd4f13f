package io.statuspulse.simulator.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Builds the TLS context that trusts what the settings say; the JVM's own is neither used nor changed. */
final class TlsTrust {
    private static final String EXPECTED = "; expected certificates in PEM form (-----BEGIN CERTIFICATE-----)";

    private TlsTrust() {}

    /**
     * @throws IllegalArgumentException if the CA file cannot be read or holds no certificates; the message names it
     */
    static SSLContext contextFor(TlsSettings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(settings), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no usable TLS: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the roots that are trusted where the settings are not insecure.
     *
     * @throws IllegalArgumentException if the CA file cannot be read or holds no certificates; the message names it
     */
    static Set<X509Certificate> roots(TlsSettings settings) {
        try {
            Set<X509Certificate> roots = new LinkedHashSet<>();
            for (TrustManager manager : trustManagers(new TlsSettings(settings.caFile(), false))) {
                if (manager instanceof X509TrustManager trust) {
                    roots.addAll(List.of(trust.getAcceptedIssuers()));
                }
            }
            return roots;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no usable TLS: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trustManagers(TlsSettings settings) throws GeneralSecurityException {
        KeyStore roots = settings.caFile().isPresent()
                ? keyStoreOf(certificatesIn(settings.caFile().get()))
                : null;
        if (settings.insecure()) {
            return new TrustManager[] {new TrustEveryone()};
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        init(factory, roots);
        return factory.getTrustManagers();
    }

    @SuppressWarnings("NullAway") // The JDK documents null as: the JDK's own roots.
    private static void init(TrustManagerFactory factory, @Nullable KeyStore roots) throws GeneralSecurityException {
        factory.init(roots);
    }

    private static KeyStore keyStoreOf(Collection<? extends Certificate> certificates) throws GeneralSecurityException {
        try {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                roots.setCertificateEntry("root-" + number++, certificate);
            }
            return roots;
        } catch (IOException e) {
            throw new GeneralSecurityException(e); // An empty key store reads nothing.
        }
    }

    private static Collection<? extends Certificate> certificatesIn(Path file) throws GeneralSecurityException {
        byte[] pem;
        try {
            pem = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "CA file: '" + file + "' cannot be read (" + reason(e) + ")" + EXPECTED, e);
        }
        CertificateFactory x509 = CertificateFactory.getInstance("X.509");
        Collection<? extends Certificate> certificates;
        try {
            certificates = x509.generateCertificates(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "CA file: '" + file + "' holds something else than certificates" + EXPECTED, e);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("CA file: '" + file + "' holds no certificate" + EXPECTED);
        }
        return certificates;
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "it does not exist"
                : e.getClass().getSimpleName();
    }
}
