package io.statuspulse.simulator.tls;

import io.statuspulse.simulator.delivery.Printable;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;

/** Certificates by name, as findings write them; what a certificate claims may hold anything. */
final class Names {
    private static final int LONGEST = 120;

    private Names() {}

    static String subject(X509Certificate certificate) {
        return of(certificate.getSubjectX500Principal());
    }

    static String issuer(X509Certificate certificate) {
        return of(certificate.getIssuerX500Principal());
    }

    static String quoted(String text) {
        String shown = Printable.of(text);
        return "'" + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown) + "'";
    }

    private static String of(X500Principal name) {
        return quoted(name.getName(X500Principal.RFC2253));
    }
}
