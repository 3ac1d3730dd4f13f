package io.statuspulse.tlsfixtures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and its certificate.
 *
 * @param presented the certificate and the intermediates above it; not the root, unless it is that itself
 */
public record Identity(KeyPair keys, X509Certificate certificate, List<X509Certificate> presented) {

    static Identity of(KeyPair keys, X509Certificate certificate, Identity issuer) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        if (issuer != null && !issuer.selfSigned()) {
            chain.addAll(issuer.presented());
        }
        return new Identity(keys, certificate, List.copyOf(chain));
    }

    private boolean selfSigned() {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Presents only the certificate itself. */
    public Identity alone() {
        return new Identity(keys, certificate, List.of(certificate));
    }

    /** Presents one more certificate, such as the root. */
    public Identity presenting(Identity more) {
        List<X509Certificate> chain = new ArrayList<>(presented);
        chain.add(more.certificate());
        return new Identity(keys, certificate, chain);
    }

    /** Returns a context of a server with that identity. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", keys.getPrivate(), new char[0], presented.toArray(X509Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the certificate as PEM, as a CA file holds it. */
    public Path writePem(Path file) throws IOException {
        return Files.writeString(file, pem("CERTIFICATE", encoded()), StandardCharsets.US_ASCII);
    }

    /** Writes the presented certificates, the own one first, and the key, as other servers take them. */
    public Path writeChainAndKey(Path file) throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (X509Certificate one : presented) {
            text.append(pem("CERTIFICATE", one.getEncoded()));
        }
        text.append(pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        return Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + type + "-----\n" + lines.encodeToString(der) + "\n-----END " + type + "-----\n";
    }
}
