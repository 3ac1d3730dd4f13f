package io.statuspulse.simulator.tls;

/** Numbers as the TLS registries write them: the same in every locale. */
final class Hex {
    private static final String DIGITS = "0123456789abcdef";

    private Hex() {}

    /** Returns a 16-bit number as e.g. {@code 0x0303}. */
    static String of(int number) {
        StringBuilder hex = new StringBuilder("0x");
        for (int shift = 12; shift >= 0; shift -= 4) {
            hex.append(DIGITS.charAt((number >> shift) & 0xf));
        }
        return hex.toString();
    }
}
