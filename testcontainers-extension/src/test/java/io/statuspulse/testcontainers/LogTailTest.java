package io.statuspulse.testcontainers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogTailTest {
    private final LogTail tail = new LogTail();

    @Test
    void shortLogIsKeptAsItIs() {
        add("one\n");
        add("two\n");
        assertThat(tail.text()).isEqualTo("one\ntwo");
    }

    @Test
    void charactersMayComeInPieces() {
        byte[] text = "größer €".getBytes(UTF_8);
        for (byte one : text) {
            tail.add(new byte[] {one});
        }
        assertThat(tail.text()).isEqualTo("größer €");
    }

    @Test
    void colorsAreLeftOut() {
        add("\u001b[1;31mERROR\u001b[0m no secret");
        assertThat(tail.text()).isEqualTo("ERROR no secret");
    }

    @Test
    void whatMovesTheCursorIsNotPrinted() {
        add("one\u001b[2Jtwo\tthree\r\n");
        assertThat(tail.text()).doesNotContain("\u001b").startsWith("one").endsWith("two    three");
    }

    @Test
    void ofALongLogTheEndIsKeptInWholeLines() {
        for (int i = 10_000; i < 30_000; i++) {
            add("line " + i + "\n");
        }
        assertThat(tail.text()).hasSizeLessThanOrEqualTo(LogTail.MOST_BYTES).endsWith("line 29999");
        assertThat(tail.text().lines()).hasSizeGreaterThan(1_000).allMatch(line -> line.matches("line \\d{5}"));
    }

    @Test
    void ofALineWithoutEndTheEndIsKept() {
        add("a".repeat(LogTail.MOST_BYTES) + "b".repeat(LogTail.MOST_BYTES));
        assertThat(tail.text()).isEqualTo("b".repeat(LogTail.MOST_BYTES));
    }

    @Test
    void endOfTheLogIsWaitedForAndNotForEver() {
        tail.awaitEnd(Duration.ofMillis(1));
        new Thread(() -> {
                    add("last words");
                    tail.end();
                })
                .start();
        tail.awaitEnd(Duration.ofMinutes(1));
        assertThat(tail.text()).isEqualTo("last words");
    }

    private void add(String text) {
        tail.add(text.getBytes(UTF_8));
    }
}
