package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.delivery.DeliveryPlan.Base;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.event.EventType;
import io.statuspulse.simulator.signing.MacAlgorithm;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.TimestampFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTest {
    private static final Clock CLOCK = Clock.fixed(Composing.NOW, ZoneOffset.UTC);
    private static final RequestTarget TARGET = new RequestTarget("receiver", "/");

    @ParameterizedTest
    @EnumSource
    void composesAValidDeliveryOfEveryType(EventType type) {
        Delivery delivery = Composing.compose(DeliveryPlan.valid(type));

        assertThat(Schemas.validate(delivery.body().toArray())).isEmpty();
        assertThat(Composing.body(delivery)).contains("\"event_type\":\"" + type.text() + "\"");
        assertThat(Composing.signature(delivery))
                .isEqualTo(Composing.hmac(Composing.CURRENT, Composing.SECONDS, delivery.body()));
    }

    @Test
    void composesTheGuidesExampleByteForByte() {
        Delivery delivery = Composing.compose(DeliveryPlan.of(new Base.GuideExample()));

        assertThat(delivery.body()).isEqualTo(Bytes.of(Schemas.guideExample()));
        assertThat(delivery.eventId()).isEqualTo("evt_9f82b1c4d5e6");
        assertThat(Composing.signature(delivery))
                .isEqualTo(Composing.hmac(Composing.CURRENT, Composing.SECONDS, delivery.body()));
    }

    @Test
    void sendsASuppliedBodyAsItIs() {
        String text = "{ \"event_id\" :\n\"evt_mine\", \"x\": \"東\" }\n";
        Delivery delivery = Composing.compose(DeliveryPlan.of(new Base.Supplied(text)));

        assertThat(delivery.body()).isEqualTo(Bytes.utf8(text));
        assertThat(delivery.eventId()).isEqualTo("evt_mine");
    }

    @Test
    void refusesToEditFieldsOfABodyThatIsGivenWhole() {
        for (Base base : List.of(new Base.GuideExample(), new Base.Supplied("{}"))) {
            assertThatThrownBy(() -> Composing.compose(DeliveryPlan.of(base).but(new SetField("region", "1"))))
                    .isInstanceOf(NotComposableException.class)
                    .hasMessage("the body is given whole, so it has no fields to edit");
            assertThat(Composing.compose(DeliveryPlan.of(base).but(new BodyEdit.AppendBytes("0a")))
                            .body()
                            .asUtf8())
                    .endsWith("}\n");
        }
    }

    @Test
    void appliesEditsInTheOrderOfTheirMomentsNotOfThePlan() {
        List<Edit> edits = new ArrayList<>(List.of(
                new BodyEdit.SetField("region", "\"x\""),
                new SigningEdit.TimestampShift(Duration.ofSeconds(-10)),
                new SentEdit.AlterSignature(SignatureAlteration.TRUNCATED_BY_ONE),
                new WireEdit.Chunked(5)));
        Bytes expected = Composing.wire(Composing.but(edits.toArray(Edit[]::new)));
        for (int i = 0; i < edits.size(); i++) {
            Collections.rotate(edits, 1);
            assertThat(Composing.wire(Composing.but(edits.toArray(Edit[]::new))))
                    .isEqualTo(expected);
        }
        assertThat(expected.asLatin1()).contains("X-StatusPulse-Timestamp: 1772337896\r\n");
    }

    @Test
    void carriesTheSameEventForTheSameKeyAndAnotherForAnother() {
        Composer composer = composer(SignatureScheme.STATUSPULSE, Composing.SECRETS, List.of());
        DeliveryPlan plan = DeliveryPlan.valid();
        EventKey key = composer.event(plan, "a", 1);

        assertThat(composer.event(plan, "a", 1)).isEqualTo(key);
        assertThat(composer.event(plan, "a", 2).event()).isNotEqualTo(key.event());
        assertThat(key.other().get().eventId()).isNotEqualTo(key.event().eventId());
        assertThat(composer.compose(plan, key, TARGET).body())
                .isEqualTo(composer.compose(plan, key, TARGET).body());
    }

    @Test
    void addsTheExtraHeadersToEveryDelivery() {
        Composer composer =
                composer(SignatureScheme.STATUSPULSE, Composing.SECRETS, List.of(new HeaderLine("X-Gateway", "token")));
        Delivery delivery =
                composer.compose(DeliveryPlan.valid(), composer.event(DeliveryPlan.valid(), "a", 0), TARGET);

        assertThat(delivery.headers()).contains(new HeaderLine("X-Gateway", "token"));
    }

    @Test
    void signsByAnySchemeAndExpectsWhatAReceiverOfThatSchemeComputes() {
        SignatureScheme scheme = new SignatureScheme(
                "X-Hub-Signature",
                "X-Time",
                SignatureScheme.STATUSPULSE.content(),
                MacAlgorithm.HMAC_SHA512,
                SignatureEncoding.BASE64,
                "sha512=",
                TimestampFormat.MILLISECONDS);
        Delivery delivery = Composing.compose(DeliveryPlan.valid(), Composing.SECRETS, scheme);
        String hex = Composing.mac(
                "HmacSHA512",
                Composing.CURRENT,
                Bytes.utf8(Composing.SECONDS + "000.").plus(delivery.body()));

        assertThat(Composing.headers(delivery, "X-Time")).containsExactly(Composing.SECONDS + "000");
        assertThat(Composing.headers(delivery, "X-Hub-Signature").get(0))
                .startsWith("sha512=")
                .endsWith("==");
        assertThat(delivery.redaction().revealsExpectedSignature(Bytes.utf8(hex)))
                .isTrue();
    }

    @Test
    void saysWhyAPlanCannotBeComposed() {
        Secrets one = Secrets.of(Secret.of("whsec_only"));
        DeliveryPlan plan = DeliveryPlan.valid().with(new SigningEdit.SignWith(SigningKey.Known.PREVIOUS));

        assertThatThrownBy(() -> Composing.compose(plan, one, SignatureScheme.STATUSPULSE))
                .isInstanceOf(NotComposableException.class)
                .hasMessage("no previous secret is configured");
    }

    @Test
    void keepsAPlanAsAValue() {
        Edit setup = new SetField("region", "\"x\"");
        Edit fault = new BodyEdit.FlipBit();
        DeliveryPlan plan = DeliveryPlan.valid().with(setup).but(fault);

        assertThat(plan.edits()).containsExactly(setup, fault);
        assertThat(plan.control()).isEqualTo(DeliveryPlan.valid().with(setup));
        assertThat(plan.with(fault).edits()).containsExactly(setup, fault, fault);
        assertThat(plan)
                .isEqualTo(
                        DeliveryPlan.valid(EventType.STATUS_CHANGE).but(fault).with(setup));
    }

    private static Composer composer(SignatureScheme scheme, Secrets secrets, List<HeaderLine> headers) {
        return new Composer(scheme, secrets, CLOCK, new EventGenerator(7, Composing.NOW), headers);
    }
}
