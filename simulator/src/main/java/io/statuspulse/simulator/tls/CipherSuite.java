package io.statuspulse.simulator.tls;

/**
 * A cipher suite up to TLS 1.2.
 *
 * @param number its number in the registry of TLS cipher suites
 * @param name its name there
 */
public record CipherSuite(int number, String name) {

    /** Returns whether it protects nothing, too little, or nobody in particular (RFC 9325, 4.1). */
    public boolean weak() {
        return name.contains("_NULL_")
                || name.contains("_EXPORT")
                || name.contains("_RC4_")
                || name.contains("DES_")
                || name.contains("DES40_")
                || name.contains("_anon_");
    }

    @Override
    public String toString() {
        return name;
    }
}
