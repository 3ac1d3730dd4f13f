package io.statuspulse.tlsfixtures;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** One connection's end of a server with an RSA key, of whatever versions and suites: not bound by the JDK's settings. */
final class OldServer extends DefaultTlsServer {
    private final Identity identity;
    private final ProtocolVersion[] versions;
    private final int[] suites;

    /**
     * @param suites by their numbers; empty for the usual ones
     */
    OldServer(Identity identity, ProtocolVersion[] versions, int... suites) {
        super(new BcTlsCrypto(new SecureRandom()));
        this.identity = identity;
        this.versions = versions.clone();
        this.suites = suites.clone();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return versions.clone();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return suites.length == 0
                ? super.getSupportedCipherSuites()
                : TlsUtils.getSupportedCipherSuites(getCrypto(), suites);
    }

    @Override
    protected TlsCredentialedDecryptor getRSAEncryptionCredentials() throws IOException {
        return new BcDefaultTlsCredentialedDecryptor((BcTlsCrypto) getCrypto(), certificate(), key());
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        return TlsUtils.isTLSv13(context) ? getRSASignerCredentials() : super.getCredentials();
    }

    @Override
    protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
        SignatureAndHashAlgorithm algorithm = null;
        if (TlsUtils.isTLSv13(context)) {
            algorithm = SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.rsa_pss_rsae_sha256);
        } else if (TlsUtils.isTLSv12(context)) {
            algorithm = new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.rsa);
        }
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), (BcTlsCrypto) getCrypto(), key(), certificate(), algorithm);
    }

    private org.bouncycastle.crypto.params.AsymmetricKeyParameter key() throws IOException {
        return PrivateKeyFactory.createKey(
                PrivateKeyInfo.getInstance(identity.keys().getPrivate().getEncoded()));
    }

    private Certificate certificate() throws IOException {
        try {
            TlsCertificate[] chain = new TlsCertificate[identity.presented().size()];
            for (int i = 0; i < chain.length; i++) {
                X509Certificate one = identity.presented().get(i);
                chain[i] = getCrypto().createCertificate(one.getEncoded());
            }
            if (!TlsUtils.isTLSv13(context)) {
                return new Certificate(chain);
            }
            CertificateEntry[] entries = Arrays.stream(chain)
                    .map(one -> new CertificateEntry(one, null))
                    .toArray(CertificateEntry[]::new);
            return new Certificate(TlsUtils.EMPTY_BYTES, entries);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
