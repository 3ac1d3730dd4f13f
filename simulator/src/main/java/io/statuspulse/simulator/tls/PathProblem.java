package io.statuspulse.simulator.tls;

import io.statuspulse.simulator.delivery.Printable;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says why a presented chain leads to no trusted root; the JDK says only that it does not.
 *
 * @param roots those that are trusted
 * @param chain as it was presented
 * @param time at which the path was looked for
 */
record PathProblem(Set<X509Certificate> roots, List<X509Certificate> chain, Instant time) {

    String words() {
        X509Certificate own = chain.get(0);
        if (TrustedPath.selfSigned(own)) {
            return "it is self-signed, and not itself among the trusted roots";
        }
        List<X509Certificate> linked = TrustedPath.linked(chain);
        X509Certificate last = linked.get(linked.size() - 1);
        Optional<X509Certificate> root = roots.stream()
                .filter(candidate -> linked.stream().anyMatch(one -> TrustedPath.issued(candidate, one)))
                .findFirst();
        if (root.isPresent()) {
            return refusal(linked, root.get());
        }
        if (TrustedPath.selfSigned(last)) {
            return "it leads to the root " + Names.subject(last) + ", which is not trusted";
        }
        boolean knownName =
                roots.stream().anyMatch(other -> other.getSubjectX500Principal().equals(last.getIssuerX500Principal()));
        if (knownName) {
            return "it claims to lead to the trusted root " + Names.issuer(last) + ", which did not sign it";
        }
        return "the server presented " + linked.size() + " of its chain, up to " + Names.subject(last)
                + ": its issuer " + Names.issuer(last) + " was not presented and is no trusted root"
                + " (an intermediate is missing, or the root is unknown)";
    }

    /** Says why a path that is complete is not taken. */
    private String refusal(List<X509Certificate> linked, X509Certificate root) {
        int size = 1;
        while (!TrustedPath.issued(root, linked.get(size - 1))) {
            size++;
        }
        List<X509Certificate> path = linked.subList(0, size);
        for (X509Certificate certificate : path) {
            if (time.isAfter(certificate.getNotAfter().toInstant())) {
                return "the intermediate " + Names.subject(certificate) + " expired at "
                        + certificate.getNotAfter().toInstant();
            }
            if (time.isBefore(certificate.getNotBefore().toInstant())) {
                return "the intermediate " + Names.subject(certificate) + " is valid only from "
                        + certificate.getNotBefore().toInstant() + " on";
            }
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(time));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return "it leads to a trusted root only along a path that this JDK does not build";
        } catch (GeneralSecurityException e) {
            return "it leads to the trusted root " + Names.subject(root) + ", but along a path that is not valid: "
                    + Printable.of(String.valueOf(e.getMessage()));
        }
    }
}
