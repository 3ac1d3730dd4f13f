package io.statuspulse.simulator.delivery;

import static io.statuspulse.simulator.delivery.Composing.body;
import static io.statuspulse.simulator.delivery.Composing.but;
import static io.statuspulse.simulator.delivery.Composing.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.BodyEdit.CollidingFields;
import io.statuspulse.simulator.delivery.BodyEdit.Gzip;
import io.statuspulse.simulator.delivery.BodyEdit.GzipBomb;
import io.statuspulse.simulator.delivery.BodyEdit.LongNumber;
import io.statuspulse.simulator.delivery.BodyEdit.ManyFields;
import io.statuspulse.simulator.delivery.BodyEdit.NestedArrays;
import io.statuspulse.simulator.delivery.BodyEdit.Utf16;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that are larger or odder than what they are made of, read back by others than who wrote them. */
class BulkTest {

    @Test
    void manyFieldsAreAllThereAndTheEventIsUnchanged() {
        JsonNode event = JsonMapper.shared().readTree(body(but(new ManyFields(50_000))));
        JsonNode plain = JsonMapper.shared().readTree(body(control()));

        assertThat(event.size()).isEqualTo(plain.size() + 50_000);
        assertThat(event.get("event_id")).isEqualTo(plain.get("event_id"));
        assertThat(event.get("x_49999").intValue()).isEqualTo(49_999);
    }

    @Test
    void collidingNamesDifferAndHashAlike() {
        JsonNode event = JsonMapper.shared().readTree(body(but(new CollidingFields(10_000))));
        JsonNode plain = JsonMapper.shared().readTree(body(control()));

        // A name that came twice would be there once.
        assertThat(event.size()).isEqualTo(plain.size() + 10_000);
        assertThat(event.propertyNames().stream()
                        .filter(name -> !plain.has(name))
                        .map(String::hashCode)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void nestedArraysAndLongNumbersAreJson() {
        assertThat(body(but(new NestedArrays(3)))).endsWith(",\"x_nested\":[[[]]]}");
        assertThat(body(but(new LongNumber(5)))).endsWith(",\"x_number\":99999}");
        assertThat(body(but(new NestedArrays(100_000)))).hasSizeGreaterThan(200_000);
    }

    @Test
    void utf16SaysItsByteOrder() {
        Bytes body = but(new Utf16()).body();

        assertThat(body.at(0)).isEqualTo((byte) 0xfe);
        assertThat(body.at(1)).isEqualTo((byte) 0xff);
        assertThat(new String(body.toArray(), StandardCharsets.UTF_16)).isEqualTo(body(control()));
    }

    @Test
    void gzipIsReadBackByTheJdk() throws IOException {
        assertThat(unpacked(but(new Gzip()).body(), 1 << 20)).isEqualTo(body(control()));
    }

    @Test
    void gzipBombUnpacksToTheEventAndThatManyDigits() throws IOException {
        Bytes packed = but(new GzipBomb(3)).body();
        String plain = body(control());
        String expected = plain.substring(0, plain.length() - 1) + ",\"x_zeros\":\"" + "0".repeat(3 << 20) + "\"}";

        assertThat(packed.size()).isLessThan((3 << 20) / 500);
        assertThat(unpacked(packed, 4 << 20)).isEqualTo(expected);
    }

    @Test
    void gzipBombIsSignedAsItIsSent() {
        Delivery bomb = but(new GzipBomb(1));

        assertThat(Composing.signature(bomb))
                .isEqualTo(Composing.hmac(Composing.CURRENT, Composing.timestamp(bomb), bomb.body()));
    }

    @Test
    void whatIsNoObjectTakesNoFields() {
        assertThatThrownBy(() -> but(new WholeBody("[]"), new ManyFields(1)))
                .isInstanceOf(NotComposableException.class)
                .hasMessageContaining("no JSON object");
    }

    private static String unpacked(Bytes packed, int most) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toArray()))) {
            String text = new String(in.readNBytes(most), StandardCharsets.UTF_8);
            assertThat(in.read()).as("bytes after the end").isEqualTo(-1);
            return text;
        }
    }
}
