package io.statuspulse.conformance.diagnosis;

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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Exchanges that no receiver answered. */
final class Answers {
    static final Instant NOW = Instant.parse("2026-03-09T14:05:07.250Z");

    private static final Delivery VALID = composed();

    private Answers() {}

    private static Delivery composed() {
        Composer composer = new Composer(
                SignatureScheme.STATUSPULSE,
                new Secrets(Secret.of("whsec_of_nobody_0123456789"), Optional.empty(), List.of()),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new EventGenerator(7, NOW),
                List.of());
        DeliveryPlan valid = DeliveryPlan.valid();
        return composer.compose(
                valid,
                composer.event(valid, "answers", 0),
                new Composer.RequestTarget("127.0.0.1:9000", "/webhook/statuspulse"));
    }

    /** The plan is what is read of a delivery; its bytes are another's. */
    private static Delivery delivery(DeliveryPlan plan) {
        return new Delivery(
                plan,
                VALID.eventId(),
                VALID.requestLine(),
                VALID.headers(),
                VALID.body(),
                VALID.segments(),
                VALID.redaction());
    }

    static Exchange of(DeliveryPlan plan, int status, HeaderLine... headers) {
        return of(plan, new Response(status, "", List.of(headers), Bytes.EMPTY, false));
    }

    static Exchange of(Response response) {
        return of(DeliveryPlan.valid(), response);
    }

    private static Exchange of(DeliveryPlan plan, Response response) {
        return new Exchange(delivery(plan), Optional.of(response), Optional.empty(), Timings.NONE, NOW);
    }

    static Exchange none(DeliveryPlan plan, Failure.Kind kind) {
        return new Exchange(
                delivery(plan), Optional.empty(), Optional.of(new Failure(kind, kind.label())), Timings.NONE, NOW);
    }
}
