package io.statuspulse.conformance.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BodyTest {
    @Test
    void textIsText() {
        Body body = Body.sent("{\"a\":\"\u00fc\"}".getBytes(StandardCharsets.UTF_8), false);

        assertThat(body.text().pieces()).extracting(Shown.Piece::text).containsExactly("{\"a\":\"\u00fc\"}");
        assertThat(body.dump()).isEmpty();
        assertThat(body.note()).isEmpty();
    }

    @Test
    void bytesAreDumped() {
        byte[] bytes = new byte[20];
        Arrays.fill(bytes, (byte) 0x9f);
        bytes[1] = 'Z';

        assertThat(Body.sent(bytes, false).dump().lines())
                .containsExactly(
                        "000000  9f 5a 9f 9f 9f 9f 9f 9f 9f 9f 9f 9f 9f 9f 9f 9f  .Z..............",
                        "000010  9f 9f 9f 9f                                      ....");
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertThat(Body.sent("x".repeat(5_000).getBytes(StandardCharsets.UTF_8), false)
                        .note())
                .isEqualTo("The rest is left out: it has 5000 bytes.");
        assertThat(Body.sent(new byte[65_536], true).note())
                .isEqualTo("The rest is left out: it has more than 65536 bytes.");
        assertThat(Body.answered("x", true).note()).isEqualTo("The rest is left out: it has more than 1 characters.");
        assertThat(Body.answered("x", false).note()).isEmpty();
    }
}
