package io.statuspulse.conformance.report;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many columns of a terminal text takes. */
final class Columns {
    /**
     * Where characters are as wide as two, the last of a range by its first: those that Unicode (UAX #11) calls wide or
     * fullwidth. Ranges are rounded up, as what is taken for too wide breaks a line early and harms nothing.
     */
    private static final NavigableMap<Integer, Integer> WIDE = new TreeMap<>(Map.ofEntries(
            Map.entry(0x1100, 0x115F), // Hangul Jamo
            Map.entry(0x2300, 0x23FF), // watches, media controls
            Map.entry(0x25FD, 0x27BF), // symbols, dingbats
            Map.entry(0x2B1B, 0x2B55),
            Map.entry(0x2E80, 0x303E), // CJK radicals to punctuation
            Map.entry(0x3041, 0xA4CF), // kana to Yi
            Map.entry(0xA960, 0xA97F),
            Map.entry(0xAC00, 0xD7A3), // Hangul syllables
            Map.entry(0xF900, 0xFAFF),
            Map.entry(0xFE10, 0xFE19),
            Map.entry(0xFE30, 0xFE6F),
            Map.entry(0xFF01, 0xFF60), // fullwidth forms
            Map.entry(0xFFE0, 0xFFE6),
            Map.entry(0x16FE0, 0x1B2FF),
            Map.entry(0x1D300, 0x1D37F),
            Map.entry(0x1F000, 0x1FAFF), // emoji
            Map.entry(0x20000, 0x3FFFD))); // ideographs

    private Columns() {}

    /** Returns the columns that the text takes. */
    static int of(CharSequence text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** Returns the columns that one character takes; one that is put onto the character before it takes none. */
    static int of(int character) {
        if (character < 0x300) {
            return 1;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        Map.Entry<Integer, Integer> range = WIDE.floorEntry(character);
        return range != null && character <= range.getValue() ? 2 : 1;
    }

    /** Returns how many chars of the text, at least those of its first character, take no more than so many columns. */
    static int fitting(String text, int columns) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            taken += of(character);
            if (taken > columns && end > 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }
}
