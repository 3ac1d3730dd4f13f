package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;

/** How other languages make floating-point numbers of text, for the defects that do. */
final class TimestampNumbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[+-]?nan");

    private TimestampNumbers() {}

    /** As JavaScript's Number(text): nothing is 0, hexadecimal is read, what is no number is NaN. */
    static double javaScript(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (HEXADECIMAL.matcher(trimmed).matches()) {
            return Long.parseLong(trimmed.substring(2), 16);
        }
        if (trimmed.matches("[+-]?Infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        return DECIMAL.matcher(trimmed).matches() ? Double.parseDouble(trimmed) : Double.NaN;
    }

    /** As Python's float(text); what Python refuses to read comes back infinite, which is never fresh. */
    static double python(String text) {
        String plain = asciiDigits(new String(Macs.headerBytes(text), UTF_8).strip())
                .replaceAll("(?<=[0-9])_(?=[0-9])", "")
                .toLowerCase(Locale.ROOT);
        if (NOT_A_NUMBER.matcher(plain).matches()) {
            return Double.NaN;
        }
        return DECIMAL.matcher(plain).matches() ? Double.parseDouble(plain) : Double.POSITIVE_INFINITY;
    }

    private static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }
}
