package io.statuspulse.simulator.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the path from a certificate to a trusted root, as the JDK's own check does but at a time at which the
 * certificate itself is valid: whether it is valid now is another question. Nothing is fetched.
 */
final class TrustedPath {
    private static final int LONGEST = 10;
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final Set<X509Certificate> roots;
    private final List<X509Certificate> chain;
    private final Instant now;
    private final X509Certificate own;

    TrustedPath(Set<X509Certificate> roots, List<X509Certificate> chain, Instant now) {
        this.roots = roots;
        this.chain = chain;
        this.now = now;
        this.own = chain.get(0);
    }

    CertificateFinding finding() {
        if (!forServers(own)) {
            return CertificateFinding.fails("it is not meant for servers (its extended key usage does not say so)");
        }
        List<X509Certificate> path = path();
        return path == null
                ? CertificateFinding.fails(new PathProblem(roots, chain, time()).words())
                : CertificateFinding.holds(
                        roots.contains(own)
                                ? "it is itself trusted"
                                : "it leads to a trusted root in " + path.size()
                                        + (path.size() == 1 ? " step" : " steps"));
    }

    /** Returns the certificates of the path, the root left out; where there is none, those that belong together. */
    List<X509Certificate> used() {
        List<X509Certificate> path = path();
        return path == null ? linked(chain) : path;
    }

    private @Nullable List<X509Certificate> path() {
        if (roots.contains(own)) {
            return List.of(own);
        }
        try {
            CertPath path =
                    CertPathBuilder.getInstance("PKIX").build(parameters()).getCertPath();
            List<X509Certificate> used = new ArrayList<>();
            for (Certificate certificate : path.getCertificates()) {
                used.add((X509Certificate) certificate);
            }
            return used;
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private PKIXBuilderParameters parameters() throws GeneralSecurityException {
        Set<TrustAnchor> anchors = new HashSet<>();
        roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(own);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, selector);
        parameters.setRevocationEnabled(false);
        parameters.setMaxPathLength(LONGEST);
        parameters.setDate(Date.from(time()));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        return parameters;
    }

    /** Returns now, or what is nearest to it in the certificate's own period. */
    private Instant time() {
        Instant from = own.getNotBefore().toInstant();
        Instant to = own.getNotAfter().toInstant();
        return now.isBefore(from) ? from : now.isAfter(to) ? to : now;
    }

    /** Returns the presented certificates from the server's own upwards, each issued by the next. */
    static List<X509Certificate> linked(List<X509Certificate> chain) {
        List<X509Certificate> linked = new ArrayList<>(List.of(chain.get(0)));
        while (linked.size() <= chain.size()) {
            X509Certificate last = linked.get(linked.size() - 1);
            X509Certificate issuer = chain.stream()
                    .filter(other -> !linked.contains(other) && issued(other, last))
                    .findFirst()
                    .orElse(null);
            if (issuer == null) {
                return linked;
            }
            linked.add(issuer);
        }
        return linked;
    }

    /** Returns whether the one certificate is signed with the other's key, names included. */
    static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static boolean selfSigned(X509Certificate certificate) {
        return issued(certificate, certificate);
    }

    private static boolean forServers(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.contains(SERVER) || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
