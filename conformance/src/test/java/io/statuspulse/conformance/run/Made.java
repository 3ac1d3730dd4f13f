package io.statuspulse.conformance.run;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Composer;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.event.EventGenerator;
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

/** Exchanges that nobody took part in. */
final class Made {
    static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");

    private Made() {}

    static Delivery delivery(DeliveryPlan plan) {
        Composer composer = new Composer(
                SignatureScheme.STATUSPULSE,
                Runs.settings("http://127.0.0.1:9/hook").build().secrets(),
                Clock.fixed(SENT, ZoneOffset.UTC),
                new EventGenerator(1, SENT),
                List.of());
        return composer.compose(plan, composer.event(plan, "test", 0), new RequestTarget("127.0.0.1:9", "/hook"));
    }

    static Response response(int status, String body, HeaderLine... headers) {
        return new Response(status, "", List.of(headers), Bytes.utf8(body), false);
    }

    static Exchange answered(DeliveryPlan plan, Response response) {
        return answered(plan, response, Duration.ZERO);
    }

    static Exchange answered(DeliveryPlan plan, Response response, Duration took) {
        Timings timings = new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, took, Duration.ZERO);
        return new Exchange(delivery(plan), Optional.of(response), Optional.empty(), timings, SENT);
    }

    static Exchange unanswered(Failure.Kind kind) {
        return new Exchange(
                delivery(DeliveryPlan.valid()),
                Optional.empty(),
                Optional.of(new Failure(kind, "no")),
                Timings.NONE,
                SENT);
    }
}
