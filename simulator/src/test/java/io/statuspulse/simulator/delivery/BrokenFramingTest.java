package io.statuspulse.simulator.delivery;

import static io.statuspulse.simulator.delivery.Composing.but;
import static io.statuspulse.simulator.delivery.Composing.control;
import static io.statuspulse.simulator.delivery.Composing.headers;
import static io.statuspulse.simulator.delivery.Composing.signature;
import static io.statuspulse.simulator.delivery.Composing.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import io.statuspulse.simulator.delivery.SentEdit.AlterSignature;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.delivery.SentEdit.ManyHeaders;
import io.statuspulse.simulator.delivery.SentEdit.Method;
import io.statuspulse.simulator.delivery.SentEdit.Order;
import io.statuspulse.simulator.delivery.SentEdit.SiblingPath;
import io.statuspulse.simulator.delivery.WireEdit.DecorateChunkSize;
import io.statuspulse.simulator.delivery.WireEdit.Drip;
import io.statuspulse.simulator.delivery.WireEdit.Ending;
import io.statuspulse.simulator.delivery.WireEdit.FoldSignature;
import io.statuspulse.simulator.delivery.WireEdit.HalfBody;
import io.statuspulse.simulator.delivery.WireEdit.HugeBody;
import io.statuspulse.simulator.delivery.WireEdit.LengthBesideChunked;
import io.statuspulse.simulator.delivery.WireEdit.Part;
import io.statuspulse.simulator.delivery.WireEdit.Pipelined;
import io.statuspulse.simulator.delivery.WireEdit.SecondContentLength;
import io.statuspulse.simulator.delivery.WireEdit.ShortContentLength;
import io.statuspulse.simulator.delivery.WireEdit.SpaceBeforeColon;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP that is broken on purpose: exactly so, and nowhere else. */
class BrokenFramingTest {
    private static final Duration PAUSE = Duration.ofMillis(7);
    private static final int SIZE = control().body().size();

    @Test
    void shortLengthIsSentWithTheWholeBody() {
        Delivery delivery = but(new ShortContentLength(5));

        assertThat(headers(delivery, "Content-Length")).containsExactly(Integer.toString(SIZE - 5));
        assertThat(wire(delivery).asUtf8())
                .endsWith("\r\n\r\n" + control().body().asUtf8());
        assertThatThrownBy(() -> but(new WholeBody("{}"), new ShortContentLength(3)))
                .isInstanceOf(NotComposableException.class)
                .hasMessageContaining("2 bytes");
    }

    @Test
    void halfABodyIsAnnouncedAsAWholeOne() {
        Delivery delivery = but(new WholeBody("0123456789"), new HalfBody(Ending.END_OF_STREAM));

        assertThat(headers(delivery, "Content-Length")).containsExactly("10");
        assertThat(wire(delivery).asUtf8()).endsWith("\r\n\r\n01234");
        assertThat(delivery.segments()).last().isEqualTo(new Segment.EndOutput());
        assertThat(but(new HalfBody(Ending.CLOSE)).segments()).last().isEqualTo(new Segment.CloseUnanswered());
    }

    @Test
    void lengthAndChunksAreBothAnnounced() {
        Delivery delivery = but(new WholeBody("{}"), new LengthBesideChunked());

        assertThat(headers(delivery, "Transfer-Encoding")).containsExactly("chunked");
        assertThat(headers(delivery, "Content-Length")).containsExactly("2");
        assertThat(wire(delivery).asUtf8()).endsWith("\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    @Test
    void twoLengthsDiffer() {
        assertThat(headers(but(new SecondContentLength(5, Order.WRONG_FIRST)), "Content-Length"))
                .containsExactly(Integer.toString(SIZE - 5), Integer.toString(SIZE));
        assertThat(headers(but(new SecondContentLength(5, Order.RIGHT_FIRST)), "Content-Length"))
                .containsExactly(Integer.toString(SIZE), Integer.toString(SIZE - 5));
    }

    @Test
    void chunkSizeHasTextAroundItsDigits() {
        assertThat(wire(but(new WholeBody("0123456789abcdef"), new DecorateChunkSize("0x", " zz")))
                        .asUtf8())
                .endsWith("\r\n\r\n0x10 zz\r\n0123456789abcdef\r\n0\r\n\r\n");
    }

    @Test
    void foldedSignatureIsWholeButForTheLineEnd() {
        Delivery delivery = but(new FoldSignature());
        String whole = signature(delivery);

        assertThat(wire(delivery).asLatin1())
                .contains("X-StatusPulse-Signature: " + whole.substring(0, 32) + "\r\n " + whole.substring(32) + "\r\n")
                .isEqualTo(wire(control())
                        .asLatin1()
                        .replace(whole, whole.substring(0, 32) + "\r\n " + whole.substring(32)));
    }

    @Test
    void spaceStandsBeforeTheColonOfTheSignatureAlone() {
        assertThat(wire(but(new SpaceBeforeColon())).asLatin1())
                .isEqualTo(
                        wire(control()).asLatin1().replace("X-StatusPulse-Signature: ", "X-StatusPulse-Signature : "));
    }

    @Test
    void nulIsSentAsAByte() {
        Delivery delivery = but(new AlterSignature(SignatureAlteration.NUL_INSIDE));

        assertThat(signature(delivery)).hasSize(65).contains("\0");
        assertThat(wire(delivery).indexOf(Bytes.of(new byte[] {0}), 0)).isPositive();
    }

    @Test
    void manyHeadersComeBesideTheUsualOnes() {
        Delivery delivery = but(new ManyHeaders(200, 8));

        assertThat(delivery.headers()).hasSize(control().headers().size() + 200);
        assertThat(headers(delivery, "X-Kit-200")).containsExactly("xxxxxxxx");
    }

    @Test
    void hostIsLeftOut() {
        assertThat(wire(but(new DropHeader(HeaderRole.HOST))).asLatin1()).doesNotContain("Host:");
    }

    @Test
    void methodAndPathAreOtherOnes() {
        assertThat(but(new Method("TRACE")).requestLine()).isEqualTo("TRACE /hook?tenant=7 HTTP/1.1");
        assertThat(but(new SiblingPath("no-such-path")).requestLine())
                .isEqualTo("POST /no-such-path?tenant=7 HTTP/1.1");
    }

    @Test
    void pipelinedRequestIsThereTwiceInOneWrite() {
        Delivery delivery = but(new Pipelined());
        String once = wire(control()).asLatin1();

        assertThat(delivery.segments()).hasSize(1);
        assertThat(wire(delivery).asLatin1()).isEqualTo(once + once);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void drippingBeginsInTheMiddleOfItsPartAndNeverComesToItsEnd(Part part) {
        List<Segment> segments = but(new Drip(part, 3, PAUSE)).segments();
        Bytes whole = wire(control());
        int bodyAt = whole.size() - SIZE;
        int middle = part == Part.HEAD ? bodyAt / 2 : bodyAt + SIZE / 2;

        assertThat(segments)
                .containsExactly(
                        new Segment.Write(whole.slice(0, middle)),
                        new Segment.Linger(PAUSE),
                        new Segment.Write(whole.slice(middle, middle + 1)),
                        new Segment.Linger(PAUSE),
                        new Segment.Write(whole.slice(middle + 1, middle + 2)),
                        new Segment.Linger(PAUSE),
                        new Segment.Write(whole.slice(middle + 2, middle + 3)),
                        new Segment.CloseUnanswered());
        assertThat(wire(but(new Drip(part, 100_000, PAUSE))).size())
                .isEqualTo(part == Part.HEAD ? bodyAt - 1 : whole.size() - 1);
    }

    @Test
    void hugeBodyIsAnnouncedWholeAndNeverInMemory() {
        Delivery delivery = but(new HugeBody(16));
        Segment.Repeat filler = (Segment.Repeat) delivery.segments().get(1);

        assertThat(headers(delivery, "Content-Length")).containsExactly(Integer.toString(SIZE + (16 << 20)));
        assertThat((long) filler.times() * filler.content().size()).isEqualTo(16 << 20);
        assertThat(filler.content().size()).isLessThan(100_000);
        assertThat(delivery.body()).isEqualTo(control().body());
    }
}
