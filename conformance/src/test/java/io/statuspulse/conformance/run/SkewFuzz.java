package io.statuspulse.conformance.run;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Response;
import io.statuspulse.simulator.wire.Timings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whatever a receiver sends as its Date is a clock or none. */
public final class SkewFuzz {
    private static final Instant NOW = Instant.parse("2026-03-01T04:05:06Z");
    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private SkewFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Exchange exchange = exchange(new String(input, StandardCharsets.ISO_8859_1));
        Skew skew = Skew.of(exchange);
        Claim.oneLine(skew.describe());
        skew.disturbs(exchange, Duration.ofSeconds(5), true, TOLERANCE).ifPresent(Claim::oneLine);
    }

    private static Exchange exchange(String date) {
        Response response = new Response(200, "", List.of(new HeaderLine("Date", date)), Bytes.EMPTY, false);
        Delivery delivery =
                new Delivery(DeliveryPlan.valid(), "", "POST / HTTP/1.1", List.of(), Bytes.EMPTY, List.of(), null);
        return new Exchange(
                delivery,
                Optional.of(response),
                Optional.empty(),
                new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(5), Duration.ZERO),
                NOW);
    }
}
