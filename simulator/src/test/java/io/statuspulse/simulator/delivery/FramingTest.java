package io.statuspulse.simulator.delivery;

import static io.statuspulse.simulator.delivery.Composing.but;
import static io.statuspulse.simulator.delivery.Composing.control;
import static io.statuspulse.simulator.delivery.Composing.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import io.statuspulse.simulator.delivery.SentEdit.MoveSignature;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import io.statuspulse.simulator.delivery.WireEdit.Chunked;
import io.statuspulse.simulator.delivery.WireEdit.CloseBeforeAnswer;
import io.statuspulse.simulator.delivery.WireEdit.ExpectContinue;
import io.statuspulse.simulator.delivery.WireEdit.SplitWrites;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
    private static final Duration PAUSE = Duration.ofMillis(10);

    @Test
    void writesOneRequestInOnePiece() {
        Delivery delivery = but(new WholeBody("{}"));

        assertThat(delivery.segments()).hasSize(1);
        assertThat(wire(delivery).asLatin1())
                .isEqualTo("POST /hook?tenant=7 HTTP/1.1\r\n"
                        + "Host: receiver.example:8443\r\n"
                        + "User-Agent: StatusPulse-Webhook-Kit (area/name)\r\n"
                        + "Accept: */*\r\n"
                        + "Content-Type: application/json\r\n"
                        + "X-StatusPulse-Timestamp: " + Composing.SECONDS + "\r\n"
                        + "X-StatusPulse-Signature: " + Composing.signature(delivery) + "\r\n"
                        + "Content-Length: 2\r\n"
                        + "\r\n"
                        + "{}");
    }

    @Test
    void announcesAnEmptyBody() {
        assertThat(wire(but(new WholeBody(""))).asLatin1()).endsWith("\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void codesTheBodyInChunks() {
        assertThat(coded(but(new WholeBody("0123456789abcdefXYZ"), new Chunked(17))))
                .isEqualTo("11\r\n0123456789abcdefX\r\n2\r\nYZ\r\n0\r\n\r\n");
        assertThat(coded(but(new WholeBody("東"), new Chunked(1))))
                .isEqualTo("1\r\n\u00e6\r\n1\r\n\u009d\r\n1\r\n\u00b1\r\n0\r\n\r\n");
        assertThat(coded(but(new WholeBody("abc"), new Chunked(Integer.MAX_VALUE))))
                .isEqualTo("3\r\nabc\r\n0\r\n\r\n");
        assertThat(coded(but(new WholeBody(""), new Chunked(5)))).isEqualTo("0\r\n\r\n");
    }

    @Test
    void announcesEitherTheLengthOrTheCoding() {
        Delivery chunked = but(new Chunked(7));

        assertThat(Composing.headers(chunked, "Transfer-Encoding")).containsExactly("chunked");
        assertThat(Composing.headers(chunked, "Content-Length")).isEmpty();
        assertThat(Composing.headers(control(), "Transfer-Encoding")).isEmpty();
        assertThat(chunked.body()).isEqualTo(control().body());
    }

    @Test
    void sendsATrailerInChunksOfTheWholeBodyUnlessToldOtherwise() {
        Edit trailer = new MoveSignature(SignaturePlace.TRAILER);

        assertThat(coded(but(new WholeBody("abcd"), trailer)))
                .matches("4\r\nabcd\r\n0\r\nX-StatusPulse-Signature: [0-9a-f]{64}\r\n\r\n");
        assertThat(coded(but(new WholeBody("abcd"), trailer, new Chunked(3))))
                .matches("3\r\nabc\r\n1\r\nd\r\n0\r\nX-StatusPulse-Signature: [0-9a-f]{64}\r\n\r\n");
        assertThat(coded(but(new WholeBody(""), trailer)))
                .matches("0\r\nX-StatusPulse-Signature: [0-9a-f]{64}\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7, 100, 1_000_000})
    void splitsARequestIntoPiecesOfAboutOneSize(int pieces) {
        Delivery split = but(new SplitWrites(pieces, PAUSE));
        int size = wire(control()).size();
        int expected = Math.min(pieces, size);

        assertThat(wire(split)).isEqualTo(wire(control()));
        assertThat(split.segments()).hasSize(2 * expected - 1);
        for (int i = 0; i < split.segments().size(); i++) {
            if (i % 2 == 1) {
                assertThat(split.segments().get(i)).isEqualTo(new Segment.Pause(PAUSE));
            } else {
                assertThat(((Segment.Write) split.segments().get(i)).content().size())
                        .isBetween(size / expected, size / expected + 1);
            }
        }
    }

    @Test
    void waitsForPermissionBetweenHeadAndBody() {
        Delivery delivery = but(new WholeBody("{}"), new ExpectContinue(Duration.ofSeconds(1)));
        List<Segment> segments = delivery.segments();

        assertThat(segments).hasSize(3);
        assertThat(((Segment.Write) segments.get(0)).content().asLatin1())
                .endsWith("\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        assertThat(segments.get(1)).isEqualTo(new Segment.AwaitContinue(Duration.ofSeconds(1)));
        assertThat(segments.get(2)).isEqualTo(new Segment.Write(Bytes.utf8("{}")));
    }

    @Test
    void waitsForPermissionWithChunksAndPiecesToo() {
        Delivery delivery = but(new ExpectContinue(PAUSE), new Chunked(3), new SplitWrites(2, PAUSE));

        assertThat(delivery.segments()).hasSize(7);
        assertThat(delivery.segments().get(3)).isEqualTo(new Segment.AwaitContinue(PAUSE));
        assertThat(wire(delivery)).isEqualTo(wire(but(new ExpectContinue(PAUSE), new Chunked(3))));
    }

    @Test
    void closesInPlaceOfReadingTheAnswer() {
        Delivery delivery = but(new CloseBeforeAnswer());

        assertThat(wire(delivery)).isEqualTo(wire(control()));
        assertThat(delivery.segments()).last().isEqualTo(new Segment.CloseUnanswered());
        assertThat(delivery.segments()).hasSize(2);
    }

    @Test
    void letsTheLastOfTwoEditsOfAKindWin() {
        DeliveryPlan plan =
                DeliveryPlan.valid().with(new WholeBody("abc"), new Chunked(1)).but(new Chunked(3));

        assertThat(coded(Composing.compose(plan))).isEqualTo("3\r\nabc\r\n0\r\n\r\n");
    }

    private static String coded(Delivery delivery) {
        return wire(delivery).asLatin1().split("\r\n\r\n", 2)[1];
    }
}
