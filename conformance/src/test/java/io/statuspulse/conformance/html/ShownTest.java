package io.statuspulse.conformance.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.html.Shown.LineEnd;
import io.statuspulse.conformance.html.Shown.Piece;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    /** Escapes in braces, an ellipsis where it was cut. */
    private static String drawn(Shown shown) {
        return shown.pieces().stream()
                        .map(piece -> piece.escape() ? "{" + piece.text() + "}" : piece.text())
                        .collect(Collectors.joining())
                + (shown.cut() ? "..." : "");
    }

    @Test
    void whatActsIsAnEscapeAndWhatReadsLikeOneIsNot() {
        assertThat(drawn(Shown.words("\u001b[2J \\x1b[2J \u202ecba \u0000\u0007 \u00fc\u4e2d\ud83d\ude00 \ufffe\n")))
                .isEqualTo("{\\x1b}[2J \\x1b[2J {\\u202e}cba {\\x00\\x07} \u00fc\u4e2d\ud83d\ude00 {\\ufffe\\n}");
    }

    @Test
    void lineEndsOfTheTextBreakItAndOthersAreEscapes() {
        assertThat(drawn(Shown.text("a\nb\r\nc\rd", LineEnd.LF, 100))).isEqualTo("a\nb{\\r}\nc{\\r}d");
        assertThat(drawn(Shown.text("a\nb\r\nc\rd", LineEnd.CRLF, 100))).isEqualTo("a{\\n}\nb\nc{\\r}d");
        assertThat(drawn(Shown.text("a\nb\r\nc\rd", LineEnd.NONE, 100))).isEqualTo("a{\\n}b{\\r\\n}c{\\r}d");
    }

    @Test
    void bytesThatAreNoUtf8AreEscapesOneByOne() {
        byte[] bytes = "gr\u00fc\u00df \u00ff\u00c3".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(drawn(Shown.utf8(bytes, LineEnd.LF, 100))).isEqualTo("gr{\\xfc\\xdf} {\\xff\\xc3}");
        assertThat(drawn(Shown.utf8("gr\u00fc\u00df".getBytes(StandardCharsets.UTF_8), LineEnd.LF, 100)))
                .isEqualTo("gr\u00fc\u00df");
        assertThat(drawn(Shown.utf8(new byte[0], LineEnd.LF, 100))).isEmpty();
    }

    @Test
    void noCharacterIsCutInTwo() {
        byte[] bytes = "a\u4e2d\u4e2d".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.beginning(bytes, 7)).hasSize(7);
        assertThat(Utf8.beginning(bytes, 6)).hasSize(4);
        assertThat(Utf8.beginning(bytes, 5)).hasSize(4);
        assertThat(Utf8.beginning(bytes, 4)).hasSize(4);
        assertThat(Utf8.beginning(bytes, 3)).hasSize(1);
    }

    @Test
    void textIsCutWhereItsRoomInThePageEnds() {
        assertThat(drawn(Shown.words("abcdef", 6))).isEqualTo("abcdef");
        assertThat(drawn(Shown.words("abcdef", 5))).isEqualTo("abcde...");
        assertThat(drawn(Shown.words("<<<", 11))).isEqualTo("<<...");
        assertThat(drawn(Shown.words("ab\ud83d\ude00c", 5))).isEqualTo("ab...");
        assertThat(drawn(Shown.words("a\u0000\u0000", 1 + Piece.MARKUP + 4))).isEqualTo("a{\\x00}...");
    }

    @ParameterizedTest
    @CsvSource({"<&>", "a\u00fc\u4e2d\ud83d\ude00", "a\u0000b\u0001\u0002c", "plain"})
    void weightIsThatOfWhatIsWritten(String text) {
        Shown shown = Shown.words(text);
        String written = shown.pieces().stream()
                .map(piece -> {
                    String escaped = piece.text()
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;");
                    return piece.escape() ? "<b class=\"esc\">" + escaped + "</b>" : escaped;
                })
                .collect(Collectors.joining());

        assertThat(shown.weight()).isEqualTo(written.getBytes(StandardCharsets.UTF_8).length);
        assertThat(Shown.words(text, shown.weight()).cut()).isFalse();
        assertThat(Shown.words(text, shown.weight() - 1).cut()).isTrue();
    }
}
