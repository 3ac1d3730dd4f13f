package io.statuspulse.simulator.delivery;

import static io.statuspulse.simulator.delivery.Composing.SECONDS;
import static io.statuspulse.simulator.delivery.Composing.body;
import static io.statuspulse.simulator.delivery.Composing.but;
import static io.statuspulse.simulator.delivery.Composing.control;
import static io.statuspulse.simulator.delivery.Composing.headers;
import static io.statuspulse.simulator.delivery.Composing.signature;
import static io.statuspulse.simulator.delivery.Composing.timestamp;
import static io.statuspulse.simulator.delivery.Composing.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.AlterSignature;
import io.statuspulse.simulator.delivery.SentEdit.DecorateTimestamp;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.delivery.SentEdit.MoveSignature;
import io.statuspulse.simulator.delivery.SentEdit.Order;
import io.statuspulse.simulator.delivery.SentEdit.PadHeaderValues;
import io.statuspulse.simulator.delivery.SentEdit.PrefixSignature;
import io.statuspulse.simulator.delivery.SentEdit.RemoveHeader;
import io.statuspulse.simulator.delivery.SentEdit.SecondSignature;
import io.statuspulse.simulator.delivery.SentEdit.SecondTimestamp;
import io.statuspulse.simulator.delivery.SentEdit.SetHeader;
import io.statuspulse.simulator.delivery.SentEdit.ShiftBoundaryIntoBody;
import io.statuspulse.simulator.delivery.SentEdit.ShiftBoundaryIntoTimestamp;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import io.statuspulse.simulator.delivery.SentEdit.SignatureText;
import io.statuspulse.simulator.delivery.SentEdit.TamperBody;
import io.statuspulse.simulator.event.JsonLayout;
import io.statuspulse.simulator.signing.SignatureEncoding;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentEditTest {
    private static final String SIGNATURE = signature(control());
    private static final String BODY = body(control());

    static Stream<Edit> bodyEdits() {
        return EditSamples.all().values().stream()
                .filter(BodyEdit.class::isInstance)
                .filter(edit -> !edit.equals(new BodyEdit.Layout(JsonLayout.COMPACT)));
    }

    @ParameterizedTest
    @MethodSource("bodyEdits")
    void tampersWithTheBodyUnderTheControlsSignature(Edit edit) {
        Delivery tampered = but(new TamperBody((BodyEdit) edit));

        assertThat(tampered.body())
                .isEqualTo(but(edit).body())
                .isNotEqualTo(control().body());
        assertThat(signature(tampered)).isEqualTo(SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource
    void dropsAHeader(HeaderRole role) {
        String name = switch (role) {
            case CONTENT_TYPE -> "Content-Type";
            case HOST -> "Host";
            case SIGNATURE -> "X-StatusPulse-Signature";
            case TIMESTAMP -> "X-StatusPulse-Timestamp";
        };

        assertThat(headers(control(), name)).hasSize(1);
        assertThat(headers(but(new DropHeader(role)), name)).isEmpty();
        assertThat(but(new DropHeader(role)).headers())
                .hasSize(control().headers().size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "undefined", "\u00e9\u00e9"})
    void sendsAnyTextAsTheSignature(String text) {
        assertThat(signature(but(new SignatureText(text)))).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void altersTheSignature(SignatureAlteration alteration) {
        assertThat(signature(but(new AlterSignature(alteration)))).isEqualTo(alteration.applyTo(SIGNATURE));
    }

    @Test
    void prefixesTheSignature() {
        assertThat(signature(but(new PrefixSignature("v1,")))).isEqualTo("v1," + SIGNATURE);
    }

    @Test
    void movesTheSignatureElsewhere() {
        assertThat(but(new MoveSignature(SignaturePlace.QUERY)).requestLine())
                .isEqualTo("POST /hook?tenant=7&X-StatusPulse-Signature=" + SIGNATURE + "&signature=" + SIGNATURE
                        + " HTTP/1.1");
        assertThat(body(but(new MoveSignature(SignaturePlace.BODY))))
                .isEqualTo(BODY.replace("}", ",\"signature\":\"" + SIGNATURE + "\"}"));
        assertThat(headers(but(new MoveSignature(SignaturePlace.X_SIGNATURE)), "X-Signature"))
                .containsExactly(SIGNATURE);
        assertThat(headers(but(new MoveSignature(SignaturePlace.X_HUB_SIGNATURE_256)), "X-Hub-Signature-256"))
                .containsExactly("sha256=" + SIGNATURE);
        Delivery trailer = but(new MoveSignature(SignaturePlace.TRAILER));
        assertThat(headers(trailer, "Trailer")).containsExactly("X-StatusPulse-Signature");
        assertThat(wire(trailer).asLatin1()).endsWith("\r\n0\r\nX-StatusPulse-Signature: " + SIGNATURE + "\r\n\r\n");
    }

    @Test
    void encodesASignatureForTheQuery() {
        Delivery delivery =
                but(new SigningEdit.EncodeAs(SignatureEncoding.BASE64), new MoveSignature(SignaturePlace.QUERY));

        assertThat(delivery.requestLine()).matches("POST \\S+ HTTP/1.1").endsWith("%3D HTTP/1.1");
    }

    @Test
    void sendsASecondSignatureThatIsWrongInEveryDigit() {
        String wrong = SignatureAlteration.wrong(SIGNATURE);

        assertThat(headers(but(new SecondSignature(Order.WRONG_FIRST)), "X-StatusPulse-Signature"))
                .containsExactly(wrong, SIGNATURE);
        assertThat(headers(but(new SecondSignature(Order.RIGHT_FIRST)), "X-StatusPulse-Signature"))
                .containsExactly(SIGNATURE, wrong);
    }

    @Test
    void sendsASecondTimestamp() {
        String hourAgo = Long.toString(Long.parseLong(SECONDS) - 3600);
        Duration shift = Duration.ofHours(-1);

        assertThat(headers(but(new SecondTimestamp(shift, Order.WRONG_FIRST)), "X-StatusPulse-Timestamp"))
                .containsExactly(hourAgo, SECONDS);
        assertThat(headers(but(new SecondTimestamp(shift, Order.RIGHT_FIRST)), "X-StatusPulse-Timestamp"))
                .containsExactly(SECONDS, hourAgo);
    }

    @Test
    void decoratesTheTimestampThatWasSigned() {
        assertThat(timestamp(but(new DecorateTimestamp("+", ".0")))).isEqualTo("+" + SECONDS + ".0");
        assertThat(signature(but(new DecorateTimestamp("+", ".0")))).isEqualTo(SIGNATURE);
    }

    @Test
    void shiftsTheBoundaryAndKeepsTheSignedContent() {
        Delivery delivery = but(new ShiftBoundaryIntoBody());

        assertThat(timestamp(delivery)).startsWith(SECONDS + ".{\"event_id\":");
        assertThat(timestamp(delivery) + "." + body(delivery)).isEqualTo(SECONDS + "." + BODY);
        assertThat(signature(delivery)).isEqualTo(SIGNATURE);
    }

    @Test
    void shiftsTheBoundaryTheOtherWay() {
        Delivery delivery = but(new ShiftBoundaryIntoTimestamp(3));

        assertThat(timestamp(delivery)).isEqualTo("1772337");
        assertThat(body(delivery)).isEqualTo("906" + BODY);
        assertThat(timestamp(but(new ShiftBoundaryIntoTimestamp(99)))).isEmpty();
        assertThat(body(but(new ShiftBoundaryIntoTimestamp(99)))).isEqualTo(SECONDS + BODY);
    }

    @Test
    void setsAndAddsHeaders() {
        assertThat(headers(but(new SentEdit.ContentType("text/plain")), "content-type"))
                .containsExactly("text/plain");
        assertThat(headers(but(new AddHeader("X-A", "1"), new AddHeader("X-A", "2")), "x-a"))
                .containsExactly("1", "2");
        assertThat(but(new SetHeader("USER-AGENT", "curl/8")).headers())
                .contains(new HeaderLine("User-Agent", "curl/8"));
    }

    @Test
    void removesEveryLineOfAHeader() {
        assertThat(headers(but(new AddHeader("X-A", "1"), new AddHeader("x-a", "2"), new RemoveHeader("X-A")), "x-a"))
                .isEmpty();
        assertThat(but(new RemoveHeader("user-agent")).headers())
                .extracting(HeaderLine::name)
                .containsExactlyInAnyOrderElementsOf(but().headers().stream()
                        .map(HeaderLine::name)
                        .filter(name -> !name.equals("User-Agent"))
                        .toList());
    }

    @Test
    void padsHeaderValues() {
        assertThat(wire(but(new PadHeaderValues())).asLatin1())
                .contains("\r\nX-StatusPulse-Timestamp:  \t" + SECONDS + "  \r\n")
                .contains("\r\nX-StatusPulse-Signature:   " + SIGNATURE + " \t\r\n");
    }

    @Test
    void sendsCharsAsTheBytesThatTheyStandFor() {
        Bytes wire = wire(but(new AddHeader("X-Bytes", "\u00ff\u0080\u0000")));

        assertThat(wire.indexOf(Bytes.latin1("X-Bytes: \u00ff\u0080\u0000\r\n"), 0))
                .isPositive();
    }

    @Test
    void refusesALineEndInAHeaderWhichWouldBeginAnother() {
        refuses(
                "header X-A: the value has a line end or a char above U+00FF, which no byte stands for",
                new AddHeader("X-A", "1\r\nX-B: 2"));
        refuses(
                "header X-StatusPulse-Signature: the value has a line end or a char above U+00FF, which no byte stands for",
                new SignatureText("東"));
        assertThatThrownBy(() -> but(new BodyEdit.Layout(JsonLayout.PRETTY), new ShiftBoundaryIntoBody()))
                .isInstanceOf(NotComposableException.class)
                .hasMessageStartingWith("header X-StatusPulse-Timestamp: ");
    }

    @Test
    void refusesWhatWouldChangeNothing() {
        refuses("no header X-None is there to be set", new SetHeader("X-None", "1"));
        refuses("no header X-None is there to be removed", new RemoveHeader("X-None"));
        refuses(
                "the body has no dot at which it could be shifted into the timestamp",
                new BodyEdit.WholeBody("{}"),
                new ShiftBoundaryIntoBody());
        refuses(
                "the body is given whole, so it has no fields to edit",
                new BodyEdit.WholeBody("{}"),
                new MoveSignature(SignaturePlace.BODY));
    }

    private static void refuses(String message, Edit... edits) {
        assertThatThrownBy(() -> but(edits))
                .isInstanceOf(NotComposableException.class)
                .hasMessage(message);
    }
}
