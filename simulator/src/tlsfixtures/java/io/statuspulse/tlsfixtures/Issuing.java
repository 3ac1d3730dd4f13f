package io.statuspulse.tlsfixtures;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate in the making: good for localhost unless it is told otherwise. */
public final class Issuing {
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final String subject;
    private String algorithm = "EC";
    private int bits = 256;
    private String digest = "SHA256";
    private Instant from = Instant.now().minus(Duration.ofDays(30));
    private Instant to = Instant.now().plus(Duration.ofDays(90));
    private final List<GeneralName> names = new ArrayList<>();
    private Identity issuer;
    private boolean authority;
    private KeyPurposeId purpose;

    private Issuing(String subject) {
        this.subject = subject;
    }

    public static Issuing of(String commonName) {
        return new Issuing("CN=" + commonName);
    }

    /** A certificate of a server on loopback. */
    public static Issuing server(Identity issuer) {
        return of("receiver").dns("localhost").ip("127.0.0.1").by(issuer);
    }

    /** A root or an intermediate. */
    public static Issuing authority(String commonName) {
        Issuing issuing = of(commonName);
        issuing.authority = true;
        return issuing;
    }

    public Issuing key(String newAlgorithm, int newBits) {
        algorithm = newAlgorithm;
        bits = newBits;
        return this;
    }

    public Issuing digest(String newDigest) {
        digest = newDigest;
        return this;
    }

    public Issuing valid(Instant newFrom, Instant newTo) {
        from = newFrom;
        to = newTo;
        return this;
    }

    public Issuing dns(String name) {
        names.add(new GeneralName(GeneralName.dNSName, name));
        return this;
    }

    public Issuing ip(String address) {
        names.add(new GeneralName(GeneralName.iPAddress, address));
        return this;
    }

    public Issuing by(Identity newIssuer) {
        issuer = newIssuer;
        return this;
    }

    public Issuing purpose(KeyPurposeId newPurpose) {
        purpose = newPurpose;
        return this;
    }

    /** Signs it: by the issuer, or by itself where there is none. */
    public Identity issue() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            KeyPair keys = generator.generateKeyPair();
            KeyPair signer = issuer == null ? keys : issuer.keys();
            String signerAlgorithm = signer.getPublic().getAlgorithm();
            String signature = signerAlgorithm.equals("EdDSA")
                    ? "Ed25519"
                    : digest + "with" + (signerAlgorithm.equals("EC") ? "ECDSA" : signerAlgorithm);
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder(keys).build(new JcaContentSignerBuilder(signature).build(signer.getPrivate())));
            return Identity.of(keys, certificate, issuer);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JcaX509v3CertificateBuilder builder(KeyPair keys) throws CertIOException {
        X500Name by = new X500Name(
                issuer == null
                        ? subject
                        : issuer.certificate().getSubjectX500Principal().getName());
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                by,
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(from),
                Date.from(to),
                new X500Name(subject),
                keys.getPublic());
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
        if (authority) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        }
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        }
        return builder;
    }
}
