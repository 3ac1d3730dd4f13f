package io.statuspulse.conformance.html;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Bytes that may be UTF-8, and may be anything. */
final class Utf8 {
    private Utf8() {}

    /** Hands over everything in order: what is UTF-8 as text, and what is none as it is. */
    static void forEach(byte[] bytes, Consumer<String> text, Consumer<byte[]> none) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean more = true;
        while (more) {
            CoderResult result = decoder.reset().decode(in, out, true);
            text.accept(out.flip().toString());
            out.clear();
            more = result.isError();
            if (more) {
                byte[] wrong = new byte[result.length()];
                in.get(wrong);
                none.accept(wrong);
            }
        }
    }

    /** Returns the first bytes, without what is left of a character that was cut. */
    static byte[] beginning(byte[] bytes, int most) {
        if (bytes.length <= most) {
            return bytes;
        }
        int end = most;
        while (end > most - 3 && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Whether most of it can be read; where not, a dump says more. */
    static boolean isMostlyText(byte[] bytes) {
        int[] unreadable = {0};
        forEach(
                bytes,
                words -> unreadable[0] +=
                        (int) words.chars().filter(Utf8::isControl).count(),
                wrong -> unreadable[0] += wrong.length);
        return unreadable[0] * 8 <= bytes.length;
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
    }
}
