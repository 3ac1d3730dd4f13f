package io.statuspulse.simulator.delivery;

import static io.statuspulse.simulator.delivery.Composing.body;
import static io.statuspulse.simulator.delivery.Composing.but;
import static io.statuspulse.simulator.delivery.Composing.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.BodyEdit.AppendBytes;
import io.statuspulse.simulator.delivery.BodyEdit.AppendField;
import io.statuspulse.simulator.delivery.BodyEdit.CutEnd;
import io.statuspulse.simulator.delivery.BodyEdit.EventTimeShift;
import io.statuspulse.simulator.delivery.BodyEdit.FlipBit;
import io.statuspulse.simulator.delivery.BodyEdit.Layout;
import io.statuspulse.simulator.delivery.BodyEdit.OtherEvent;
import io.statuspulse.simulator.delivery.BodyEdit.OtherEventId;
import io.statuspulse.simulator.delivery.BodyEdit.PadTo;
import io.statuspulse.simulator.delivery.BodyEdit.PrependBytes;
import io.statuspulse.simulator.delivery.BodyEdit.RemoveField;
import io.statuspulse.simulator.delivery.BodyEdit.ReplaceBytes;
import io.statuspulse.simulator.delivery.BodyEdit.ReverseFields;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.BodyEdit.UpperCaseField;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import io.statuspulse.simulator.event.Event;
import io.statuspulse.simulator.event.JsonLayout;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyEditTest {
    private static final Event EVENT = Composing.event().event();
    private static final Event OTHER = Composing.event().other().get();
    private static final String BODY = EVENT.toJson().write(JsonLayout.COMPACT);

    static Stream<Edit> bodyEdits() {
        return EditSamples.all().values().stream().filter(BodyEdit.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("bodyEdits")
    void isSignedAgainAndAnnouncedWithItsLength(Edit edit) {
        Delivery delivery = but(edit);

        assertThat(Composing.signature(delivery))
                .isEqualTo(Composing.hmac(Composing.CURRENT, Composing.SECONDS, delivery.body()));
        assertThat(Composing.headers(delivery, "Content-Length"))
                .containsExactly(Integer.toString(delivery.body().size()));
        assertThat(Composing.wire(delivery).asLatin1())
                .endsWith("\r\n\r\n" + delivery.body().asLatin1());
    }

    @Test
    void beginsWithTheEventItself() {
        assertThat(body(control())).isEqualTo(BODY);
        assertThat(control().eventId()).isEqualTo(EVENT.eventId());
    }

    @Test
    void setsAppendsAndRemovesFields() {
        assertThat(body(but(new SetField("region", "[1, 2]"))))
                .isEqualTo(BODY.replace("\"region\":\"" + EVENT.region() + "\"", "\"region\":[1, 2]"));
        assertThat(body(but(new SetField("x_new", "1.0")))).isEqualTo(BODY.replace("}", ",\"x_new\":1.0}"));
        assertThat(body(but(new AppendField("region", "null")))).isEqualTo(BODY.replace("}", ",\"region\":null}"));
        assertThat(body(but(new RemoveField("event_id"))))
                .isEqualTo(BODY.replace("\"event_id\":\"" + EVENT.eventId() + "\",", ""));
        assertThat(but(new RemoveField("event_id")).eventId()).isEmpty();
    }

    @Test
    void reversesFieldsAndLaysThemOut() {
        assertThat(body(but(new ReverseFields())))
                .startsWith("{\"retry_count\":0,\"error_code\":")
                .endsWith("\"event_id\":\"" + EVENT.eventId() + "\"}");
        assertThat(body(but(new Layout(JsonLayout.CRLF))))
                .startsWith("{\r\n  \"event_id\": ")
                .endsWith(",\r\n  \"retry_count\": 0\r\n}");
    }

    @Test
    void shiftsTheTimeOfTheEventAndNotOfTheAttempt() {
        Delivery delivery = but(new EventTimeShift(Duration.ofDays(-365)));

        assertThat(body(delivery))
                .isEqualTo(BODY.replace(
                        EVENT.timestamp().toString(),
                        EVENT.timestamp().minus(Duration.ofDays(365)).toString()));
        assertThat(Composing.timestamp(delivery)).isEqualTo(Composing.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 65536, 262144})
    void padsToThatManyBytes(int size) {
        assertThat(but(new PadTo(size)).body().size()).isEqualTo(size);
        assertThat(but(new Layout(JsonLayout.PRETTY), new PadTo(size)).body().size())
                .isEqualTo(size);
        assertThat(but(new PadTo(399), new PadTo(size)).body().size()).isEqualTo(size);
    }

    @Test
    void takesTheIdOrTheWholeOfAnotherEvent() {
        assertThat(body(but(new OtherEventId()))).isEqualTo(BODY.replace(EVENT.eventId(), OTHER.eventId()));
        assertThat(but(new OtherEventId()).eventId()).isEqualTo(OTHER.eventId());
        assertThat(body(but(new OtherEvent()))).isEqualTo(OTHER.toJson().write(JsonLayout.COMPACT));
        assertThat(OTHER.type()).isEqualTo(EVENT.type());
    }

    @Test
    void putsTextIntoUpperCaseAndNothingBesides() {
        assertThat(body(but(new UpperCaseField("region"))))
                .isEqualTo(BODY.replace(
                        "\"region\":\"" + EVENT.region(),
                        "\"region\":\"" + EVENT.region().toUpperCase(java.util.Locale.ROOT)));
        assertThat(body(but(new SetField("region", "\"z\\u00fcr\\nich\""), new UpperCaseField("region"))))
                .contains("\"region\":\"ZÜR\\nICH\"");
    }

    @Test
    void editsBytes() {
        assertThat(but(new PrependBytes("efbbbf")).body()).isEqualTo(Bytes.utf8("\uFEFF" + BODY));
        assertThat(but(new AppendBytes("00ff")).body())
                .isEqualTo(Bytes.utf8(BODY).plus(Bytes.of(new byte[] {0, (byte) 0xff})));
        assertThat(body(but(new ReplaceBytes("2c", "2c20")))).isEqualTo(BODY.replace(",", ", "));
        assertThat(body(but(new FlipBit()))).isEqualTo(BODY.replace("\"retry_count\":0", "\"retry_count\":1"));
        assertThat(body(but(new CutEnd(2)))).isEqualTo(BODY.substring(0, BODY.length() - 2));
        assertThat(but(new CutEnd(1_000_000)).body()).isEqualTo(Bytes.EMPTY);
        assertThat(body(but(new WholeBody("東")))).isEqualTo("東");
    }

    @Test
    void actsInTheOrderOfThePlan() {
        assertThat(body(but(new WholeBody("ab"), new AppendBytes("63"), new CutEnd(2))))
                .isEqualTo("a");
        assertThat(body(but(new AppendBytes("63"), new WholeBody("ab")))).isEqualTo("ab");
        assertThat(body(but(new SetField("a", "1"), new RemoveField("a")))).isEqualTo(BODY);
        assertThat(body(but(new AppendBytes("0a"), new SetField("retry_count", "1"))))
                .isEqualTo(BODY.replace("\"retry_count\":0", "\"retry_count\":1") + "\n");
    }

    @Test
    void refusesWhatWouldChangeNothing() {
        refuses("the body has no field regoin", new RemoveField("regoin"));
        refuses("the body has no text field regoin", new UpperCaseField("regoin"));
        refuses("the body has no text field retry_count", new UpperCaseField("retry_count"));
        refuses("the body has no bytes fe to replace", new ReplaceBytes("fe", "ff"));
        refuses("the body has no digit whose bit could be flipped", new WholeBody("{}"), new FlipBit());
        refuses(
                "the body has no text field timestamp",
                new RemoveField("timestamp"),
                new EventTimeShift(Duration.ZERO));
        refuses("the body is given whole, so it has no fields to edit", new WholeBody("{}"), new SetField("a", "1"));
        refuses(
                "the body is given whole, so it has no fields to edit",
                new WholeBody("{}"),
                new Layout(JsonLayout.CRLF));
    }

    @Test
    void refusesPaddingToLessThanTheBody() {
        refuses(
                "the body cannot be padded to 10 bytes: it has " + (BODY.length() + 15) + " with empty padding",
                new PadTo(10));
    }

    @Test
    void refusesATimeBeyondTheCalendar() {
        assertThatThrownBy(() -> but(new EventTimeShift(Duration.ofDays(999_999_999_999L))))
                .isInstanceOf(NotComposableException.class)
                .hasMessageStartingWith("EventTimeShift[PT23999999999976H]: ");
        assertThatThrownBy(() -> but(new SetField("timestamp", "\"soon\""), new EventTimeShift(Duration.ZERO)))
                .isInstanceOf(NotComposableException.class)
                .hasMessageStartingWith("EventTimeShift[PT0S]: ");
    }

    private static void refuses(String message, Edit... edits) {
        assertThatThrownBy(() -> but(edits))
                .isInstanceOf(NotComposableException.class)
                .hasMessage(message);
    }
}
