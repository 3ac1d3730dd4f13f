package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.OTHER;
import static io.statuspulse.conformance.diagnosis.Symptom.THREW;

import java.util.List;

/** How the endpoint is reached. */
final class TlsRules {
    private TlsRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "certificate-untrusted",
                                "The server's certificate is not trusted (its chain is not whole, its root unknown, or it is meant"
                                        + " for something else): senders that check it deliver nothing.")
                        .any(OTHER, "tls/chain-trusted")
                        .doubt("That the sender trusts the same roots as the kit."),
                finding(
                                "certificate-of-another-host",
                                "The server's certificate does not name the host of the URL: senders that check it deliver"
                                        + " nothing.")
                        .any(OTHER, "tls/host-name-matches"),
                finding(
                                "certificate-expired",
                                "The server's certificate has expired: senders that check it deliver nothing.")
                        .each(OTHER, "tls/not-expired", "tls/expires-soon")
                        .doubt("That this machine's clock is right."),
                finding(
                                "certificate-not-valid-now",
                                "The server's certificate is not in its validity period (not yet, where it does not end soon):"
                                        + " senders that check it deliver nothing.")
                        .any(OTHER, "tls/not-expired")
                        .doubt("That this machine's clock is right."),
                finding(
                                "certificate-about-to-expire",
                                "The server's certificate is about to expire: most likely its renewal has stopped working.")
                        .any(OTHER, "tls/expires-soon")
                        .held("it is valid now", "tls/not-expired"),
                finding(
                                "certificate-weak",
                                "The server's certificate, or one above it, has a short key or a signature that can be forged.")
                        .any(OTHER, "tls/strong-key"),
                finding(
                                "only-old-tls-spoken",
                                "The server speaks neither TLS 1.2 nor TLS 1.3, only older versions: current senders deliver"
                                        + " nothing.")
                        .each(OTHER, "tls/1.2", "tls/1.3")
                        .any(OTHER, "tls/1.1-refused", "tls/1.0-refused")
                        .explains(OTHER, "tls/1.0-refused", "tls/1.1-refused"),
                finding("old-tls-spoken", "The server still speaks TLS 1.0 or TLS 1.1, which have known attacks.")
                        .any(OTHER, "tls/1.1-refused", "tls/1.0-refused")
                        .explains(OTHER, "tls/1.0-refused", "tls/1.1-refused"),
                finding("no-tls-1-2", "The server does not speak TLS 1.2: senders without TLS 1.3 deliver nothing.")
                        .any(OTHER, "tls/1.2"),
                finding("no-tls-1-3", "The server does not speak TLS 1.3.").any(OTHER, "tls/1.3"),
                finding(
                                "weak-suite-agreed",
                                "The server agrees on a cipher suite that is weak: without encryption, without a certificate, or"
                                        + " with a broken cipher.")
                        .any(OTHER, "tls/weak-cipher-refused"),
                finding(
                                "plain-http-taken",
                                "The server takes plain HTTP on the port of TLS too: a wrong scheme in a URL goes unnoticed, and"
                                        + " everything can be read on its way.")
                        .any(ACCEPTED, "tls/plain-http-refused"),
                finding(
                                "http-2-fails",
                                "The server offers HTTP/2, and deliveries over it fail: the handler behind it does not take them.")
                        .any(THREW, "acceptance/http-2")
                        .doubt("Whether the server or the handler fails."));
    }
}
