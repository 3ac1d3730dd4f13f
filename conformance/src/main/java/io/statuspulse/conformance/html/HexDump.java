package io.statuspulse.conformance.html;

import java.util.HexFormat;
import java.util.Locale;

/** Bytes that are no text, as rows of offset, digits, and what of it is ASCII. */
final class HexDump {
    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    /** Returns the rows of the first bytes. */
    static String of(byte[] bytes, int most) {
        StringBuilder rows = new StringBuilder();
        int end = Math.min(bytes.length, most);
        for (int from = 0; from < end; from += ROW) {
            int to = Math.min(end, from + ROW);
            String digits = HEX.formatHex(bytes, from, to);
            rows.append(String.format(Locale.ROOT, "%06x  %-47s  ", from, digits));
            for (int i = from; i < to; i++) {
                rows.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            rows.append('\n');
        }
        return rows.toString();
    }
}
