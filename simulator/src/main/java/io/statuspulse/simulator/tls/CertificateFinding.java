package io.statuspulse.simulator.tls;

/**
 * What is to be said of one aspect of a certificate.
 *
 * @param state whether it is as it should be
 * @param words what was found, in one sentence for people
 */
public record CertificateFinding(State state, String words) {

    /** Whether an aspect is as it should be. */
    public enum State {
        HOLDS,
        FAILS,
        /** This JDK cannot tell. */
        UNKNOWN
    }

    static CertificateFinding holds(String words) {
        return new CertificateFinding(State.HOLDS, words);
    }

    static CertificateFinding fails(String words) {
        return new CertificateFinding(State.FAILS, words);
    }

    static CertificateFinding unknown(String words) {
        return new CertificateFinding(State.UNKNOWN, words);
    }
}
