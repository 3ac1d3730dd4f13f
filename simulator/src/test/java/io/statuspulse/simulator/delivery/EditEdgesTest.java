package io.statuspulse.simulator.delivery;

import static io.statuspulse.simulator.delivery.Composing.body;
import static io.statuspulse.simulator.delivery.Composing.but;
import static io.statuspulse.simulator.delivery.Composing.headers;
import static io.statuspulse.simulator.delivery.Composing.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.delivery.BodyEdit.FlipBit;
import io.statuspulse.simulator.delivery.BodyEdit.PadTo;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.delivery.SentEdit.Order;
import io.statuspulse.simulator.delivery.SentEdit.SecondSignature;
import io.statuspulse.simulator.delivery.SentEdit.ShiftBoundaryIntoBody;
import io.statuspulse.simulator.delivery.SentEdit.SiblingPath;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of bodies, headers and paths that are as short, or as odd, as they can be. */
class EditEdgesTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "9, 8", "a0, a1", "9a, 8a", "12x, 13x", "3/:, 2/:"})
    void flipsTheLastDigitWhereverItStandsAndWhicheverItIs(String from, String to) {
        assertThat(body(but(new WholeBody(from), new FlipBit()))).isEqualTo(to);
    }

    @Test
    void padsWithNothingWhereTheBodyHasThatSizeAlready() {
        int least = body(Composing.control()).length() + ",\"x_padding\":\"\"".length();

        assertThat(body(but(new PadTo(least)))).hasSize(least).endsWith(",\"x_padding\":\"\"}");
        assertThatThrownBy(() -> but(new PadTo(least - 1))).isInstanceOf(NotComposableException.class);
    }

    @Test
    void shiftsTheBoundaryOfABodyThatBeginsWithTheDot() {
        Delivery delivery = but(new WholeBody(".5"), new ShiftBoundaryIntoBody());

        assertThat(timestamp(delivery)).isEqualTo(Composing.SECONDS + ".");
        assertThat(body(delivery)).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({
        "/hook, /other",
        "/hook/, /other",
        "/a/hook/, /a/other",
        "/a/hook?from=/b/c/, /a/other?from=/b/c/",
        "/a/hook/?tenant=7, /a/other?tenant=7",
        "/, /other",
        "/?tenant=7, /other?tenant=7"
    })
    void findsTheSiblingOfAnyPathAndKeepsTheQuery(String path, String sibling) {
        Composer composer = new Composer(
                SignatureScheme.STATUSPULSE,
                Composing.SECRETS,
                Clock.fixed(Composing.NOW, ZoneOffset.UTC),
                new EventGenerator(7, Composing.NOW),
                List.of());
        DeliveryPlan plan = DeliveryPlan.valid().but(new SiblingPath("other"));

        assertThat(composer.compose(plan, composer.event(plan, "area/name", 0), new RequestTarget("host", path))
                        .requestLine())
                .isEqualTo("POST " + sibling + " HTTP/1.1");
    }

    @Test
    void copiesThatHeaderAndNoOther() {
        Delivery delivery = but(new SentEdit.CopyHeader(HeaderRole.SIGNATURE, "X-Signature"));

        assertThat(headers(delivery, "X-Signature"))
                .isEqualTo(headers(delivery, "X-StatusPulse-Signature"))
                .hasSize(1);
    }

    @Test
    void addsNoSecondSignatureWhereThereIsNoFirst() {
        assertThat(headers(
                        but(new DropHeader(HeaderRole.SIGNATURE), new SecondSignature(Order.RIGHT_FIRST)),
                        "X-StatusPulse-Signature"))
                .isEmpty();
    }

    @Test
    void showsEightDigitsWholeAndOfNineNoMoreThanEight() {
        String expected = Composing.signature(Composing.control());
        Redaction redaction = new Redaction(Composing.SECRETS, List.of("deadbeef", "cafecafe9"), () -> expected);

        assertThat(redaction.apply("deadbeef cafecafe9")).isEqualTo("deadbeef cafecafe...");
    }

    @Test
    void namesWhatStandsBeforeTheEqualsSignEvenWhereThatIsNothing() {
        assertThatThrownBy(() -> EditParser.parse("=1h"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("edit: there is no ''; expected one of ");
    }
}
