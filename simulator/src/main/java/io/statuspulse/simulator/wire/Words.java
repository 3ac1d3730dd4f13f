package io.statuspulse.simulator.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Values as failures name them: the same in every locale, and never a raw byte of the receiver's. */
final class Words {
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);
    private static final String HEX = "0123456789abcdef";
    private static final int LONGEST = 120;

    private Words() {}

    /** Returns e.g. {@code 10 s}, {@code 1.5 s} or {@code 300 ms}. */
    static String of(Duration duration) {
        boolean seconds = duration.toSeconds() >= 1;
        BigDecimal nanos = BigDecimal.valueOf(duration.getSeconds())
                .multiply(NANOS_PER_SECOND)
                .add(BigDecimal.valueOf(duration.getNano()));
        BigDecimal value = nanos.divide(seconds ? NANOS_PER_SECOND : NANOS_PER_MILLI);
        return value.stripTrailingZeros().toPlainString() + (seconds ? " s" : " ms");
    }

    /** Returns host and port as in an authority: an IPv6 address in brackets. */
    static String of(Target target) {
        String host = target.host();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + target.port();
    }

    /** Returns the bytes with everything but printable ASCII escaped, cut where it gets long. */
    static String printable(byte[] bytes, int size) {
        return printable(new String(bytes, 0, size, StandardCharsets.ISO_8859_1));
    }

    /** Returns the text with everything but printable ASCII escaped, cut where it gets long. */
    static String printable(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (words.length() >= LONGEST) {
                return words.append("...").toString();
            }
            escape(text.charAt(i), words);
        }
        return words.toString();
    }

    /** Returns what an exception says, or its kind where it says nothing. */
    static String detail(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : printable(e.getMessage());
    }

    private static void escape(char c, StringBuilder words) {
        switch (c) {
            case '\r' -> words.append("\\r");
            case '\n' -> words.append("\\n");
            case '\t' -> words.append("\\t");
            case '\\' -> words.append("\\\\");
            default -> {
                if (c >= ' ' && c < 0x7f) {
                    words.append(c);
                } else if (c <= 0xff) {
                    words.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
                } else {
                    words.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        words.append(HEX.charAt((c >> shift) & 0xf));
                    }
                }
            }
        }
    }
}
