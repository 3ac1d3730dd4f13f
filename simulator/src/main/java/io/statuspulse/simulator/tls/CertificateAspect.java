package io.statuspulse.simulator.tls;

/** What is judged of a certificate. */
public enum CertificateAspect {
    /** The chain leads to a trusted root, at a time at which the certificate itself is valid. */
    TRUSTED("a chain that leads to a trusted root"),
    /** The certificate names the host among its subject alternative names (RFC 9525, 6). */
    HOST_NAME("a certificate that names the host"),
    /** Now is in the certificate's validity period. */
    VALID_NOW("a certificate in its validity period"),
    /** Neither the certificate nor an intermediate ends within 14 days. */
    VALID_FOR_LONGER("a certificate that is valid for 14 more days"),
    /** Keys of RSA 2048, EC 256 or more, or EdDSA; no signature with SHA-1 or MD5 but the root's own. */
    STRONG("keys of RSA 2048, EC 256 or more, and no signature with SHA-1 or MD5");

    private final String expected;

    CertificateAspect(String expected) {
        this.expected = expected;
    }

    /** Returns what is expected, in words. */
    public String expected() {
        return expected;
    }
}
