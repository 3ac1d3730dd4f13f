package io.statuspulse.conformance.html;

import io.statuspulse.conformance.html.Shown.LineEnd;
import io.statuspulse.conformance.html.Shown.Piece;
import io.statuspulse.simulator.delivery.Printable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Puts a text together until it takes enough room in the page. */
final class ShownBuilder {
    private static final HexFormat HEX = HexFormat.of();

    private final LineEnd lineEnd;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private boolean escape;
    private int room;
    private boolean cut;

    /**
     * Begins a text.
     *
     * @param most how many bytes it may take in the page
     */
    ShownBuilder(LineEnd lineEnd, int most) {
        this.lineEnd = lineEnd;
        this.room = most;
    }

    ShownBuilder text(String text) {
        int i = 0;
        while (i < text.length() && !cut) {
            int c = text.codePointAt(i);
            if (c == '\r' && lineEnd == LineEnd.CRLF && text.startsWith("\r\n", i)) {
                newLine();
                i++;
            } else if (c == '\n' && lineEnd == LineEnd.CRLF) {
                escape("\\n");
                newLine();
            } else if (c == '\n' && lineEnd == LineEnd.LF) {
                newLine();
            } else if (isAscii(c)) {
                plain(c);
            } else {
                either(c, Printable.decoded(Character.toString(c)));
            }
            i += Character.charCount(c);
        }
        return this;
    }

    /** Bytes that are no text. */
    void bytes(byte[] bytes) {
        for (byte one : bytes) {
            escape("\\x" + HEX.toHexDigits(one));
        }
    }

    /** A text of which each char stands for a byte, so that outside ASCII each is an escape. */
    ShownBuilder latin1(String text) {
        for (int i = 0; i < text.length() && !cut; i++) {
            char c = text.charAt(i);
            if (isAscii(c)) {
                plain(c);
            } else {
                either(c, Printable.of(Character.toString(c)));
            }
        }
        return this;
    }

    /** The beginning of such a text, and how much more there is. */
    ShownBuilder latin1(String text, int most) {
        if (text.length() <= most) {
            return latin1(text);
        }
        return latin1(text.substring(0, most)).note(" and " + (text.length() - most) + " more");
    }

    /** What the kit says itself. */
    ShownBuilder note(String words) {
        escape(words);
        return this;
    }

    ShownBuilder newLine() {
        plain('\n');
        return this;
    }

    private static boolean isAscii(int c) {
        return c >= ' ' && c < 0x7f;
    }

    private void either(int c, String printable) {
        if (printable.equals(Character.toString(c))) {
            plain(c);
        } else {
            escape(printable);
        }
    }

    private void plain(int c) {
        if (take(false, Piece.weight(c))) {
            piece.appendCodePoint(c);
        }
    }

    private void escape(String text) {
        if (take(true, (escape ? 0 : Piece.MARKUP) + text.length())) {
            piece.append(text);
        }
    }

    /** Makes room, and returns whether there is any. */
    private boolean take(boolean forEscape, int weight) {
        cut = cut || weight > room;
        if (cut) {
            return false;
        }
        room -= weight;
        if (forEscape != escape) {
            end();
            escape = forEscape;
        }
        return true;
    }

    private void end() {
        if (piece.length() > 0) {
            pieces.add(new Piece(piece.toString(), escape));
            piece.setLength(0);
        }
    }

    Shown build() {
        end();
        return new Shown(pieces, cut);
    }
}
