package io.statuspulse.simulator.delivery;

/** Text made harmless: control characters, and chars outside ASCII that stand for bytes, are shown and not run. */
public final class Printable {
    private Printable() {}

    /** Returns {@code text} with everything but printable ASCII written as {@code \xNN} or {@code \}{@code uNNNN}. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                shown.append(c);
            } else if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\r') {
                shown.append("\\r");
            } else if (c == '\t') {
                shown.append("\\t");
            } else {
                shown.append(hex(c));
            }
        }
        return shown.toString();
    }

    /** As {@link #of}, but leaves printable characters outside ASCII as they are; for text that was decoded. */
    public static String decoded(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean harmless = switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.PRIVATE_USE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> true;
            };
            if (c == '\n' || c == '\r' || c == '\t') {
                shown.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
            } else if (harmless) {
                shown.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    shown.append(hex(unit));
                }
            }
        });
        return shown.toString();
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return c <= 0xff
                ? "\\x" + "0".repeat(2 - digits.length()) + digits
                : "\\u" + "0".repeat(4 - digits.length()) + digits;
    }
}
