package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Composer;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Segment;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SigningKey.Known;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of one scenario, to be composed at a fixed moment.
 *
 * @param scenario whose step it is
 * @param step the step
 * @param number which of the scenario's steps
 */
record Composed(Scenario scenario, Step step, int number) {
    static final Instant NOW = Instant.parse("2026-08-01T12:00:00.250Z");

    private static final SignatureScheme SCHEME = SignatureScheme.STATUSPULSE;
    private static final Secrets SECRETS = new Secrets(
            Secret.of("whsec_0123456789abcdef0123456789abcdef"),
            Optional.of(Secret.of("whsec_7Kq2vXb9Lm4Tz8Rw1Yp6Nc3Hd5")),
            List.of(Secret.of("whsec_Jf8Gs2Ld7Wq5Et1Mx9Bv4Zk6Ph")));
    private static final Composer COMPOSER =
            new Composer(SCHEME, SECRETS, Clock.fixed(NOW, ZoneOffset.UTC), new EventGenerator(1, NOW), List.of());

    /** Every step of every scenario. */
    static Stream<Composed> steps(List<Scenario> suite) {
        List<Composed> all = new ArrayList<>();
        for (Scenario scenario : suite) {
            int number = 0;
            for (Trial trial : scenario.trials()) {
                for (Step step : trial.steps()) {
                    all.add(new Composed(scenario, step, number++));
                }
            }
        }
        return all.stream();
    }

    Delivery delivery() {
        return compose(step.plan());
    }

    Delivery control() {
        return compose(step.plan().control());
    }

    private Delivery compose(DeliveryPlan plan) {
        return COMPOSER.compose(
                plan, COMPOSER.event(plan, scenario.id(), number), new RequestTarget("127.0.0.1:8080", "/webhook"));
    }

    /** The bytes on the wire, whatever pauses lie between them. */
    static Bytes bytes(Delivery delivery) {
        Bytes bytes = Bytes.EMPTY;
        for (Segment segment : delivery.segments()) {
            if (segment instanceof Segment.Write write) {
                bytes = bytes.plus(write.content());
            }
        }
        return bytes;
    }

    /** The values of the timestamp header. */
    static List<String> timestamps(Delivery delivery) {
        return values(delivery, SCHEME.timestampHeader());
    }

    /** Returns whether it has one timestamp and one signature, and an active secret made the one for the other. */
    static boolean isRightlySigned(Delivery delivery) {
        List<String> timestamps = timestamps(delivery);
        List<String> signatures = values(delivery, SCHEME.signatureHeader());
        return timestamps.size() == 1
                && signatures.size() == 1
                && Stream.of(Known.CURRENT, Known.PREVIOUS)
                        .flatMap(key -> SCHEME.sign(key, SECRETS, timestamps.get(0), delivery.body()).stream())
                        .anyMatch(signatures.get(0)::equals);
    }

    private static List<String> values(Delivery delivery, String name) {
        return delivery.headers().stream()
                .filter(line -> line.is(name))
                .map(HeaderLine::value)
                .map(String::strip)
                .toList();
    }

    @Override
    public String toString() {
        return scenario.id() + ", step " + number;
    }
}
