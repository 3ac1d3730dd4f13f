package io.statuspulse.conformance.html;

import io.statuspulse.conformance.html.Shown.LineEnd;

/**
 * The beginning of a body, or of whatever else was on the wire.
 *
 * @param text it, where it is text
 * @param dump its bytes in rows, where it is none; empty otherwise
 * @param note what is left out; empty where nothing is
 */
record Body(Shown text, String dump, String note) {
    private static final int MOST_TEXT = 1_000;
    private static final int MOST_WIRE = 2_500;
    private static final int MOST_DUMP = 384;

    /** What comes later is not looked at. */
    private static final int MOST_READ = 4_096;

    /** A body that was sent; {@code truncated} where the report has its beginning only. */
    static Body sent(byte[] bytes, boolean truncated) {
        return of(bytes, truncated, LineEnd.LF, MOST_TEXT);
    }

    /** A request byte for byte. */
    static Body wire(byte[] bytes, boolean truncated) {
        return of(bytes, truncated, LineEnd.CRLF, MOST_WIRE);
    }

    /** A body that was answered. */
    static Body answered(String text, boolean truncated) {
        Shown shown = Shown.text(text, LineEnd.LF, MOST_TEXT);
        return new Body(shown, "", note(shown.cut() || truncated, text.length(), truncated, "characters"));
    }

    private static Body of(byte[] bytes, boolean truncated, LineEnd lineEnd, int most) {
        byte[] beginning = Utf8.beginning(bytes, MOST_READ);
        boolean text = Utf8.isMostlyText(beginning);
        Shown shown = text ? Shown.utf8(beginning, lineEnd, most) : Shown.NOTHING;
        boolean cut = text ? shown.cut() || beginning.length < bytes.length : bytes.length > MOST_DUMP;
        return new Body(
                shown,
                text ? "" : HexDump.of(bytes, MOST_DUMP),
                note(cut || truncated, bytes.length, truncated, "bytes"));
    }

    private static String note(boolean cut, int size, boolean more, String unit) {
        return cut ? "The rest is left out: it has " + (more ? "more than " : "") + size + " " + unit + "." : "";
    }

    int weight() {
        return text.weight() + dump.length() + note.length();
    }
}
