package io.statuspulse.conformance.html;

import java.util.List;

/**
 * A text of whomever, bounded and harmless: control characters, direction overrides and the like are escapes, which can
 * be seen and be told from a text that reads like one.
 *
 * @param pieces in order
 * @param cut whether the text goes on
 */
record Shown(List<Piece> pieces, boolean cut) {
    static final Shown NOTHING = new Shown(List.of(), false);

    private static final int MOST_WORDS = 1_000;

    Shown {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece of a text.
     *
     * @param text what is shown
     * @param escape whether it stands for something that cannot be shown, or that would act
     */
    record Piece(String text, boolean escape) {
        static final int MARKUP = "<b class=\"esc\"></b>".length();

        int weight() {
            int weight = escape ? MARKUP : 0;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                weight += weight(c);
                i += Character.charCount(c);
            }
            return weight;
        }

        /** How many bytes a character takes in the page, escaped for HTML in UTF-8. */
        static int weight(int c) {
            return switch (c) {
                case '<', '>' -> "&lt;".length();
                case '&' -> "&amp;".length();
                default -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            };
        }
    }

    /** What begins a new line; every other line end is an escape. */
    enum LineEnd {
        NONE,
        LF,
        CRLF
    }

    /** Words on one line. */
    static Shown words(String text) {
        return words(text, MOST_WORDS);
    }

    /** Words on one line that take so many bytes in the page at most. */
    static Shown words(String text, int most) {
        return text(text, LineEnd.NONE, most);
    }

    /** The beginning of a text, as much of it as takes so many bytes in the page. */
    static Shown text(String text, LineEnd lineEnd, int most) {
        return new ShownBuilder(lineEnd, most).text(text).build();
    }

    /** The beginning of bytes that are text for the most part: what is no UTF-8 is escaped. */
    static Shown utf8(byte[] bytes, LineEnd lineEnd, int most) {
        ShownBuilder shown = new ShownBuilder(lineEnd, most);
        Utf8.forEach(bytes, shown::text, shown::bytes);
        return shown.build();
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** How many bytes it takes in the page. */
    int weight() {
        return pieces.stream().mapToInt(Piece::weight).sum();
    }
}
