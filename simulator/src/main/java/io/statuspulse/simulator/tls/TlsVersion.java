package io.statuspulse.simulator.tls;

import java.util.Arrays;

/** The versions of TLS; the first two must not be negotiated any more (RFC 8996). */
public enum TlsVersion {
    TLS_1_0(0x0301, "TLSv1", "TLS 1.0"),
    TLS_1_1(0x0302, "TLSv1.1", "TLS 1.1"),
    TLS_1_2(0x0303, "TLSv1.2", "TLS 1.2"),
    TLS_1_3(0x0304, "TLSv1.3", "TLS 1.3");

    private final int number;
    private final String jdkName;
    private final String label;

    TlsVersion(int number, String jdkName, String label) {
        this.number = number;
        this.jdkName = jdkName;
        this.label = label;
    }

    /** The number that stands for it in a hello. */
    public int number() {
        return number;
    }

    /** The name by which the JDK enables it. */
    public String jdkName() {
        return jdkName;
    }

    /** The name for people, e.g. {@code TLS 1.2}. */
    public String label() {
        return label;
    }

    /** Returns the name of any version number that a server may answer. */
    static String labelOf(int number) {
        if (number == 0x0300) {
            return "SSL 3.0";
        }
        return Arrays.stream(values())
                .filter(version -> version.number == number)
                .map(TlsVersion::label)
                .findFirst()
                .orElse("version " + Hex.of(number));
    }
}
