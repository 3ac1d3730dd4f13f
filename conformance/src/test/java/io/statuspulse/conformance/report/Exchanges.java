package io.statuspulse.conformance.report;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Composer;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Response;
import io.statuspulse.simulator.wire.Timings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Exchanges that are the same each time: composed for real, answered by hand. */
final class Exchanges {
    static final String SECRET = "whsec_golden_Gr\u00fc\u00dfe";
    static final String CREDENTIAL = "Bearer gateway-credential";
    static final Instant NOW = Instant.parse("2026-03-09T14:05:07.250Z");

    private static final Timings TIMINGS = new Timings(
            Duration.ofNanos(400_000),
            Duration.ZERO,
            Duration.ofNanos(50_499),
            Duration.ofMillis(100),
            Duration.ofNanos(1_250_500));
    private static final Composer COMPOSER = new Composer(
            SignatureScheme.STATUSPULSE,
            new Secrets(
                    Secret.of(SECRET),
                    Optional.of(Secret.of("whsec_the_one_before")),
                    List.of(Secret.of("whsec_long_gone"))),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new EventGenerator(7, NOW),
            List.of(new HeaderLine("Authorization", CREDENTIAL)));

    private Exchanges() {}

    static Delivery delivery(DeliveryPlan plan, String label) {
        return COMPOSER.compose(
                plan,
                COMPOSER.event(plan, label, 0),
                new Composer.RequestTarget("127.0.0.1:9000", "/webhook/statuspulse"));
    }

    /** The signature that a plain valid delivery of that label carries. */
    static String signature(Delivery delivery) {
        return delivery.headers().stream()
                .filter(line -> line.is("X-StatusPulse-Signature"))
                .map(HeaderLine::value)
                .findFirst()
                .orElseThrow();
    }

    static Exchange answered(Delivery delivery, int status, String reason, Bytes body) {
        return new Exchange(
                delivery,
                Optional.of(new Response(
                        status, reason, List.of(new HeaderLine("Content-Type", "text/plain")), body, false)),
                Optional.empty(),
                TIMINGS,
                NOW);
    }

    static Exchange unanswered(Delivery delivery) {
        return new Exchange(
                delivery,
                Optional.empty(),
                Optional.of(new Failure(Failure.Kind.ANSWER_TIMEOUT, "no answer within 10 s (127.0.0.1:9000)")),
                TIMINGS,
                NOW);
    }
}
