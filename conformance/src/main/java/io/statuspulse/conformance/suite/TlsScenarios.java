package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.HTTP_1;
import static io.statuspulse.conformance.scenario.Requirement.TLS_1;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.may;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.scenario.TlsProcedure.Certificate;
import io.statuspulse.conformance.scenario.TlsProcedure.DeliveryOver;
import io.statuspulse.conformance.scenario.TlsProcedure.VersionRefused;
import io.statuspulse.simulator.tls.CertificateAspect;
import io.statuspulse.simulator.tls.TlsVersion;
import java.util.List;

/** How the endpoint is reached: versions, suites, the certificate, plain HTTP. */
final class TlsScenarios {
    static final Scenario HTTP_2 = may("acceptance/http-2", HTTP_1, "a delivery over HTTP/2 is accepted")
            .why(
                    "A server that offers HTTP/2 gets it from every client that speaks it; a handler behind it that fails there"
                            + " fails for those only.")
            .mend(TlsMends.HTTP_2)
            .refs("RFC 9113, 3.2")
            .tags(Tag.TLS)
            .expects(Expect.ACCEPT, new TlsProcedure.DeliveryOverHttp2());

    private static final String UNTRUSTED =
            "A sender that checks certificates, as it must, delivers nothing; one that was told not to delivers to whoever"
                    + " answers.";
    private static final String OLD =
            "TLS 1.0 and 1.1 rest on SHA-1 and MD5 and on modes with known attacks; who sits in between can make both sides"
                    + " agree on what they should not.";

    private TlsScenarios() {}

    static List<Scenario> list() {
        return List.of(
                must("tls/1.2", TLS_1, "a delivery over TLS 1.2 is accepted")
                        .why("Senders that do not speak TLS 1.3 yet deliver nothing.")
                        .mend(TlsMends.VERSIONS)
                        .refs("RFC 9325, 3.1.1")
                        .tags(Tag.TLS)
                        .expects(Expect.ACCEPT, new DeliveryOver(TlsVersion.TLS_1_2)),
                should("tls/1.3", TLS_1, "a delivery over TLS 1.3 is accepted")
                        .why(
                                "TLS 1.3 dropped what was attacked in TLS 1.2, and needs a round trip less for each delivery.")
                        .mend(TlsMends.VERSIONS)
                        .refs("RFC 9325, 3.1.1")
                        .tags(Tag.TLS)
                        .expects(Expect.ACCEPT, new DeliveryOver(TlsVersion.TLS_1_3)),
                must("tls/1.1-refused", TLS_1, "a handshake that offers at most TLS 1.1 fails")
                        .why(OLD)
                        .mend(TlsMends.VERSIONS)
                        .refs("RFC 8996, 5", "RFC 9325, 3.1.1")
                        .tags(Tag.TLS)
                        .expects(Expect.REJECT, new VersionRefused(TlsVersion.TLS_1_1)),
                must("tls/1.0-refused", TLS_1, "a handshake that offers at most TLS 1.0 fails")
                        .why(OLD)
                        .mend(TlsMends.VERSIONS)
                        .refs("RFC 8996, 4", "RFC 9325, 3.1.1", "CVE-2011-3389")
                        .tags(Tag.TLS)
                        .expects(Expect.REJECT, new VersionRefused(TlsVersion.TLS_1_0)),
                should(
                                "tls/weak-cipher-refused",
                                TLS_1,
                                "a handshake that offers only NULL, RC4, 3DES or export suites fails")
                        .why(
                                "What such a suite protects can be read, or will be; whoever is in between may bring both sides"
                                        + " to it.")
                        .mend(TlsMends.SUITES)
                        .refs("RFC 9325, 4.1", "CVE-2016-2183", "CVE-2015-0204")
                        .tags(Tag.TLS)
                        .expects(Expect.REJECT, new TlsProcedure.WeakSuitesRefused()),
                must("tls/chain-trusted", TLS_1, "the certificate chain leads to a trusted root")
                        .why(UNTRUSTED
                                + " A missing intermediate is not noticed in browsers, which fetch or remember it.")
                        .mend(TlsMends.CHAIN)
                        .refs("RFC 5280, 6.1", "RFC 5246, 7.4.2")
                        .tags(Tag.TLS)
                        .expects(Expect.OBSERVE_CERT, new Certificate(CertificateAspect.TRUSTED)),
                must("tls/host-name-matches", TLS_1, "the certificate names the host")
                        .why(UNTRUSTED + " The common name has not counted for years.")
                        .mend(TlsMends.NAMES)
                        .refs("RFC 9525, 6.3", "RFC 6125, 6.4")
                        .tags(Tag.TLS)
                        .expects(Expect.OBSERVE_CERT, new Certificate(CertificateAspect.HOST_NAME)),
                must("tls/not-expired", TLS_1, "the certificate is in its validity period")
                        .why(UNTRUSTED)
                        .mend(TlsMends.RENEW)
                        .refs("RFC 5280, 4.1.2.5")
                        .tags(Tag.TLS)
                        .expects(Expect.OBSERVE_CERT, new Certificate(CertificateAspect.VALID_NOW)),
                should("tls/expires-soon", TLS_1, "the certificate is valid for 14 more days")
                        .why(
                                "Renewal that works happens weeks before the end; with fewer than 14 days left it has most likely"
                                        + " stopped working, and the last day is found out by lost deliveries.")
                        .mend(TlsMends.RENEW)
                        .tags(Tag.TLS)
                        .expects(Expect.OBSERVE_CERT, new Certificate(CertificateAspect.VALID_FOR_LONGER)),
                should("tls/strong-key", TLS_1, "the key is RSA 2048 or EC 256 or more, the signature not SHA-1")
                        .why("A short key or a signature with SHA-1 can be forged, and current clients refuse both.")
                        .mend(TlsMends.KEY)
                        .refs("RFC 9325, 4.5")
                        .tags(Tag.TLS)
                        .expects(Expect.OBSERVE_CERT, new Certificate(CertificateAspect.STRONG)),
                should("tls/plain-http-refused", TLS_1, "a plain-HTTP delivery to the TLS port is not accepted")
                        .why(
                                "Where plain HTTP works too, a wrong scheme in a URL goes unnoticed, and every delivery can be read"
                                        + " on its way.")
                        .mend(TlsMends.PLAIN)
                        .refs("CWE-319")
                        .tags(Tag.TLS)
                        .expects(Expect.REJECT, new TlsProcedure.PlainHttp()));
    }
}
