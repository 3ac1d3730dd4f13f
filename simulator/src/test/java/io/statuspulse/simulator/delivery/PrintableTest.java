package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void leavesPrintableAsciiAsItIs() {
        String ascii = IntStream.range(0x20, 0x7f)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(Printable.of(ascii)).isEqualTo(ascii);
        assertThat(Printable.decoded(ascii)).isEqualTo(ascii);
    }

    @Test
    void escapesEverythingElse() {
        assertThat(Printable.of("a\r\n\t\0\u007f\u0085é東\uD83D\uDEA8"))
                .isEqualTo("a\\r\\n\\t\\x00\\x7f\\x85\\xe9\\u6771\\ud83d\\udea8");
    }

    @Test
    void leavesDecodedTextReadable() {
        assertThat(Printable.decoded("Zürich 東京 \uD83D\uDEA8 Zu\u0308")).isEqualTo("Zürich 東京 \uD83D\uDEA8 Zu\u0308");
    }

    @Test
    void escapesWhatCouldSteerATerminalOrHideText() {
        assertThat(Printable.decoded("\u001b[2J\u009b\n\r\t")).isEqualTo("\\x1b[2J\\x9b\\n\\r\\t");
        assertThat(Printable.decoded("\u202e\u200b\u2028\ufeff\ue000\uD83D"))
                .isEqualTo("\\u202e\\u200b\\u2028\\ufeff\\ue000\\ud83d");
    }
}
