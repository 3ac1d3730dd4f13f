package io.statuspulse.conformance.vectors;

import io.statuspulse.simulator.delivery.Composer;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.inprocess.RequestHeaders;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes of a scenario's plan what a server would hand on of it, at a fixed time. */
final class Composing {
    static final Setting SETTING = Setting.ROTATING;

    /** Headers that every request has and no verifier reads. */
    private static final Set<String> OF_EVERY_REQUEST =
            Set.of("host", "user-agent", "accept", "content-type", "content-length");

    private static final Composer COMPOSER = new Composer(
            Setting.SCHEME,
            SETTING.known(),
            Clock.fixed(SETTING.clock(), ZoneOffset.UTC),
            new EventGenerator(SignatureVectors.SEED, SETTING.clock()),
            List.of());

    private Composing() {}

    /** Composes the request; another label makes another event. */
    static Request request(DeliveryPlan plan, String label) {
        Delivery delivery = COMPOSER.compose(
                plan,
                COMPOSER.event(plan, label, 0),
                new Composer.RequestTarget("receiver.example", "/webhook/statuspulse"));
        List<HeaderLine> handedOn = new RequestHeaders(delivery.headers())
                .lines().stream()
                        .filter(line -> !OF_EVERY_REQUEST.contains(line.name().toLowerCase(Locale.ROOT)))
                        .toList();
        return new Request(handedOn, delivery.body());
    }
}
