package io.statuspulse.simulator.delivery;

import io.statuspulse.fuzz.Claim;
import java.nio.charset.StandardCharsets;

/** Nothing that a terminal would act on is left of any text, and what is harmless stays as it is. */
public final class PrintableFuzz {
    /** The most that one char becomes: a backslash, a u and four digits. */
    private static final int LONGEST = 6;

    private PrintableFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String bytes = new String(input, StandardCharsets.ISO_8859_1);
        String utf16 = new String(input, StandardCharsets.UTF_16LE) + halves(input);
        for (String text : new String[] {bytes, utf16}) {
            String ascii = Printable.of(text);
            String decoded = Printable.decoded(text);
            if (!text.isBlank()) {
                Claim.oneAsciiLine(ascii);
                Claim.oneLine(decoded);
            }
            Claim.that(ascii.length() <= LONGEST * text.length(), () -> "too long: " + ascii);
            Claim.that(decoded.length() <= LONGEST * text.length(), () -> "too long: " + decoded);
            Claim.same(ascii, Printable.of(ascii), () -> "made printable again");
            Claim.same(decoded, Printable.decoded(decoded), () -> "made printable again");
            Claim.that(decoded.codePoints().noneMatch(PrintableFuzz::hides), () -> "hides something: " + decoded);
        }
    }

    /** Whether it is invisible, or changes the direction of what follows. */
    private static boolean hides(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }

    /** As decoders never give it: every two bytes one char, halves of surrogate pairs included. */
    private static String halves(byte[] input) {
        StringBuilder chars = new StringBuilder();
        for (int i = 0; i + 1 < input.length; i += 2) {
            chars.append((char) (((input[i] & 0xff) << 8) | (input[i + 1] & 0xff)));
        }
        return chars.toString();
    }
}
