package io.statuspulse.simulator.delivery;

import static io.statuspulse.simulator.delivery.Composing.CURRENT;
import static io.statuspulse.simulator.delivery.Composing.PREVIOUS;
import static io.statuspulse.simulator.delivery.Composing.RETIRED;
import static io.statuspulse.simulator.delivery.Composing.SECONDS;
import static io.statuspulse.simulator.delivery.Composing.but;
import static io.statuspulse.simulator.delivery.Composing.hmac;
import static io.statuspulse.simulator.delivery.Composing.mac;
import static io.statuspulse.simulator.delivery.Composing.signature;
import static io.statuspulse.simulator.delivery.Composing.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.SigningEdit.EncodeAs;
import io.statuspulse.simulator.delivery.SigningEdit.MacWith;
import io.statuspulse.simulator.delivery.SigningEdit.SignBody;
import io.statuspulse.simulator.delivery.SigningEdit.SignBodyTime;
import io.statuspulse.simulator.delivery.SigningEdit.SignBodyTimestamp;
import io.statuspulse.simulator.delivery.SigningEdit.SignContent;
import io.statuspulse.simulator.delivery.SigningEdit.SignTimestampShifted;
import io.statuspulse.simulator.delivery.SigningEdit.SignTimestampText;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampAs;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampText;
import io.statuspulse.simulator.signing.MacAlgorithm;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SignedContent;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.signing.SigningKey.Literal;
import io.statuspulse.simulator.signing.TimestampFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningEditTest {
    private static final Bytes BODY = Composing.control().body();

    @Test
    void signsAValidDeliveryAsTheContractSays() {
        Delivery valid = Composing.control();

        assertThat(timestamp(valid)).isEqualTo(SECONDS);
        assertThat(signature(valid)).isEqualTo(hmac(CURRENT, SECONDS, BODY)).matches("[0-9a-f]{64}");
    }

    @Test
    void signsTheBodyAsAnotherEditChangesItAndSendsItAsItIs() {
        Delivery delivery = but(new SignBody(new BodyEdit.AppendBytes("0a")));

        assertThat(delivery.body()).isEqualTo(BODY);
        assertThat(signature(delivery)).isEqualTo(hmac(CURRENT, SECONDS, BODY.plus(Bytes.utf8("\n"))));
    }

    @Test
    void writesTheBytesOfAMacOnlyWhereAHeaderCanHoldThem() {
        int sent = 0;
        for (int event = 0; event < 1_000; event++) {
            byte[] mac = HexFormat.of().parseHex(signature(Composing.ofEvent(event)));
            boolean holds = !new String(mac, StandardCharsets.ISO_8859_1).matches("(?s).*[\\x00-\\x1f\\x7f].*")
                    && mac[0] != ' '
                    && mac[mac.length - 1] != ' ';
            try {
                Delivery raw = Composing.ofEvent(event, new EncodeAs(SignatureEncoding.RAW));
                assertThat(signature(raw)).isEqualTo(new String(mac, StandardCharsets.ISO_8859_1));
                assertThat(raw.redaction().apply("[" + signature(raw) + "]"))
                        .isEqualTo("[" + signature(raw).substring(0, 8) + "...]");
                assertThat(holds).isTrue();
                sent++;
            } catch (NotComposableException e) {
                assertThat(e.isOfThisEventOnly()).isTrue();
                assertThat(holds).isFalse();
            }
        }
        assertThat(sent).isBetween(3, 40);
    }

    @Test
    void signsWithAnotherKey() {
        assertThat(signature(but(new SignWith(Known.PREVIOUS)))).isEqualTo(hmac(PREVIOUS, SECONDS, BODY));
        assertThat(signature(but(new SignWith(Known.RETIRED)))).isEqualTo(hmac(RETIRED, SECONDS, BODY));
        assertThat(signature(but(new SignWith(new Literal("changeme"))))).isEqualTo(hmac("changeme", SECONDS, BODY));
    }

    @Test
    void signsOtherContentWithOtherAlgorithmsInOtherEncodings() {
        assertThat(signature(but(new SignContent(new SignedContent("{body}")))))
                .isEqualTo(mac("HmacSHA256", CURRENT, BODY));
        assertThat(signature(but(new SignContent(new SignedContent("{timestamp}:{body}")))))
                .isEqualTo(mac("HmacSHA256", CURRENT, Bytes.utf8(SECONDS + ":").plus(BODY)));
        assertThat(signature(but(new MacWith(MacAlgorithm.HMAC_SHA1))))
                .isEqualTo(mac("HmacSHA1", CURRENT, Bytes.utf8(SECONDS + ".").plus(BODY)));
        byte[] mac = HexFormat.of().parseHex(hmac(CURRENT, SECONDS, BODY));
        assertThat(signature(but(new EncodeAs(SignatureEncoding.BASE64))))
                .isEqualTo(Base64.getEncoder().encodeToString(mac));
    }

    @ParameterizedTest
    @EnumSource
    void sendsAndSignsTheTimestampInEveryFormat(TimestampFormat format) {
        Delivery delivery = but(new TimestampAs(format));

        assertThat(timestamp(delivery)).isEqualTo(format.format(Composing.NOW));
        assertThat(signature(delivery)).isEqualTo(hmac(CURRENT, timestamp(delivery), BODY));
    }

    @Test
    void sendsAndSignsAnotherTimestamp() {
        Delivery shifted = but(new TimestampShift(Duration.ofHours(-1)));
        assertThat(timestamp(shifted)).isEqualTo(Long.toString(Long.parseLong(SECONDS) - 3600));
        assertThat(signature(shifted)).isEqualTo(hmac(CURRENT, timestamp(shifted), BODY));

        Delivery text = but(new TimestampText("Infinity"));
        assertThat(timestamp(text)).isEqualTo("Infinity");
        assertThat(signature(text)).isEqualTo(hmac(CURRENT, "Infinity", BODY));
    }

    @Test
    void shiftsATimestampInWhateverFormatAndOrder() {
        String hourAgo = "2026-03-01T03:05:06Z";
        Edit shift = new TimestampShift(Duration.ofHours(-1));
        Edit format = new TimestampAs(TimestampFormat.RFC_3339);

        assertThat(timestamp(but(shift, format))).isEqualTo(hourAgo);
        assertThat(timestamp(but(format, shift))).isEqualTo(hourAgo);
    }

    @Test
    void signsOneTimestampAndSendsTheRightOne() {
        assertThat(timestamp(but(new SignTimestampText("undefined")))).isEqualTo(SECONDS);
        assertThat(signature(but(new SignTimestampText("undefined")))).isEqualTo(hmac(CURRENT, "undefined", BODY));
        assertThat(timestamp(but(new SignTimestampShifted(Duration.ofHours(-1)))))
                .isEqualTo(SECONDS);
        assertThat(signature(but(new SignTimestampShifted(Duration.ofHours(-1)))))
                .isEqualTo(hmac(CURRENT, Long.toString(Long.parseLong(SECONDS) - 3600), BODY));
        String own = Composing.event().event().timestamp().toString();
        assertThat(timestamp(but(new SignBodyTimestamp()))).isEqualTo(SECONDS);
        assertThat(signature(but(new SignBodyTimestamp()))).isEqualTo(hmac(CURRENT, own, BODY));
    }

    @Test
    void signsTheBodysTimeWrittenAsTheHeadersIs() {
        Instant dayAgo = Composing.event().event().timestamp().minus(Duration.ofDays(1));
        Delivery delivery = but(new SignBodyTime(), new BodyEdit.EventTimeShift(Duration.ofDays(-1)));

        assertThat(timestamp(delivery)).isEqualTo(SECONDS);
        assertThat(signature(delivery))
                .isEqualTo(hmac(CURRENT, Long.toString(dayAgo.getEpochSecond()), delivery.body()));
        assertThatThrownBy(() -> but(new SignBodyTime(), new BodyEdit.SetField("timestamp", "\"soon\"")))
                .isInstanceOf(NotComposableException.class)
                .hasMessageStartingWith("SignBodyTime[]: ");
    }

    @Test
    void signsTheBodysTimestampAsItWasEdited() {
        Delivery delivery = but(new SignBodyTimestamp(), new BodyEdit.SetField("timestamp", "\"2026-\\u0030x\""));

        assertThat(signature(delivery)).isEqualTo(hmac(CURRENT, "2026-0x", delivery.body()));
    }

    @Test
    void refusesToSignWithWhatIsNotThere() {
        refuses("no previous secret is configured", new SignWith(Known.PREVIOUS));
        refuses("no retired secret is configured", new SignWith(Known.RETIRED));
        refuses("the key to sign with is a configured secret", new SignWith(new Literal("123")));
        refuses("the body has no text field timestamp", new BodyEdit.RemoveField("timestamp"), new SignBodyTimestamp());
    }

    @Test
    void refusesToSignTheBodysTimeWhereItIsTheAttempts() {
        refuses(
                "the body's timestamp is that of the attempt; shift one of them first",
                new BodyEdit.SetField("timestamp", "\"2026-03-01T05:05:06+01:00\""),
                new SignBodyTime());
    }

    @Test
    void refusesATimestampBeyondTheCalendar() {
        assertThatThrownBy(() -> but(new TimestampShift(Duration.ofDays(-999_999_999_999L))))
                .isInstanceOf(NotComposableException.class)
                .hasMessageStartingWith("TimestampShift[-PT23999999999976H]: ");
    }

    private static void refuses(String message, Edit... edits) {
        Secrets one = Secrets.of(Secret.of("123"));
        assertThatThrownBy(() -> Composing.compose(DeliveryPlan.valid().but(edits), one, SignatureScheme.STATUSPULSE))
                .isInstanceOf(NotComposableException.class)
                .hasMessage(message);
    }
}
