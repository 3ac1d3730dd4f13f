package io.statuspulse.conformance.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TailTest {
    private final Tail tail = new Tail();

    @Test
    void allIsThereWhileItFits() {
        add("käse\n");
        add("x".repeat(Tail.MOST - 6));

        assertThat(tail.text()).isEqualTo("käse\n" + "x".repeat(Tail.MOST - 6));
    }

    @Test
    void whatComesLaterPushesOutWholeLines() {
        add("first\nsecond\n" + "x".repeat(Tail.MOST - 13));
        add("y");
        assertThat(tail.text()).isEqualTo("second\n" + "x".repeat(Tail.MOST - 13) + "y");

        add("z".repeat(Tail.MOST) + "\nlast");
        assertThat(tail.text()).isEqualTo("last");
    }

    @Test
    void aLineThatIsLongerThanAllIsCut() {
        add("ä".repeat(Tail.MOST));

        assertThat(tail.text()).isEqualTo("ä".repeat(Tail.MOST / 2));
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        tail.add(bytes, bytes.length);
    }
}
