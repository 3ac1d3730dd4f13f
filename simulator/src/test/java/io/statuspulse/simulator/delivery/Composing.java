package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Composes deliveries under a clock that stands still, and signs without the simulator. */
final class Composing {
    static final Instant NOW = Instant.parse("2026-03-01T04:05:06Z");
    static final String SECONDS = "1772337906";
    /** Derivations of every kind can be made of it: it begins like hex and is base64. */
    static final String CURRENT = "whsec_c0ffee2bZk9Qd4mT7xW1vB5nS";

    static final String PREVIOUS = "whsec_Yp3rT8uKq2LwHs6dVj0aXe";
    static final String RETIRED = "whsec_Gn5bM1cRt7ZyFo4iPk9lUh";
    static final Secrets SECRETS =
            new Secrets(Secret.of(CURRENT), Optional.of(Secret.of(PREVIOUS)), List.of(Secret.of(RETIRED)));

    private static final RequestTarget TARGET = new RequestTarget("receiver.example:8443", "/hook?tenant=7");

    private Composing() {}

    static Delivery compose(DeliveryPlan plan) {
        return compose(plan, SECRETS, SignatureScheme.STATUSPULSE);
    }

    static Delivery compose(DeliveryPlan plan, Secrets secrets, SignatureScheme scheme) {
        Composer composer =
                new Composer(scheme, secrets, Clock.fixed(NOW, ZoneOffset.UTC), new EventGenerator(7, NOW), List.of());
        return composer.compose(plan, composer.event(plan, "area/name", 4), TARGET);
    }

    /** A delivery of that event. */
    static Delivery ofEvent(int number, Edit... faults) {
        DeliveryPlan plan = DeliveryPlan.valid().but(faults);
        Composer composer = new Composer(
                SignatureScheme.STATUSPULSE,
                SECRETS,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new EventGenerator(7, NOW),
                List.of());
        return composer.compose(plan, composer.event(plan, "area/name", number), TARGET);
    }

    /** A valid delivery with one fault. */
    static Delivery but(Edit... faults) {
        return compose(DeliveryPlan.valid().but(faults));
    }

    static Delivery control() {
        return but();
    }

    static EventKey event() {
        return new Composer(
                        SignatureScheme.STATUSPULSE,
                        SECRETS,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new EventGenerator(7, NOW),
                        List.of())
                .event(DeliveryPlan.valid(), "area/name", 4);
    }

    static List<String> headers(Delivery delivery, String name) {
        return delivery.headers().stream()
                .filter(line -> line.is(name))
                .map(HeaderLine::value)
                .toList();
    }

    static String signature(Delivery delivery) {
        return headers(delivery, "X-StatusPulse-Signature").get(0);
    }

    static String timestamp(Delivery delivery) {
        return headers(delivery, "X-StatusPulse-Timestamp").get(0);
    }

    static String body(Delivery delivery) {
        return delivery.body().asUtf8();
    }

    /** Everything that is written, in one piece. */
    static Bytes wire(Delivery delivery) {
        return delivery.segments().stream()
                .filter(Segment.Write.class::isInstance)
                .map(segment -> ((Segment.Write) segment).content())
                .reduce(Bytes.EMPTY, Bytes::plus);
    }

    /** The signature of the contract over that timestamp and body. */
    static String hmac(String secret, String timestamp, Bytes body) {
        return mac("HmacSHA256", secret, Bytes.latin1(timestamp + ".").plus(body));
    }

    static String mac(String algorithm, String secret, Bytes content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(content.toArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
