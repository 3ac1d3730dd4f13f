package io.statuspulse.simulator;

import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.CheckingReceiver.Received;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.NotComposableException;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.signing.SigningKey.Literal;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Transport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
    private static final String SECRET = "whsec_Zürich_7d1f00aa";
    private static final Clock FIXED = Clock.fixed(Instant.parse("2026-03-01T04:05:06Z"), ZoneOffset.UTC);

    private CheckingReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = CheckingReceiver.start(SECRET);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void sendsACorrectDeliveryAndAForgedOne() {
        try (Simulator statusPulse = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            Exchange good = statusPulse.send(valid());
            Exchange forged = statusPulse.send(valid().but(new SignWith(new Literal("guess"))));

            assertThat(good.accepted()).as(good.toString()).isTrue();
            assertThat(good.status()).isEqualTo(200);
            assertThat(forged.accepted()).isFalse();
            assertThat(forged.status()).isEqualTo(401);
        }
    }

    @Test
    void takesAnEndpointAsTextToo() {
        try (Simulator simulator = Simulator.to(receiver.endpoint().toString()).secret(SECRET)) {
            assertThat(simulator.send(valid()).accepted()).isTrue();
        }
    }

    @Test
    void sendsWhatItComposes() {
        try (Simulator simulator = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            Exchange exchange = simulator.send(valid());
            Received received = receiver.received().get(0);

            assertThat(received.body()).isEqualTo(exchange.delivery().body());
            assertThat(received.requestLine()).isEqualTo(exchange.delivery().requestLine());
            assertThat(exchange.delivery().headers())
                    .allSatisfy(line -> assertThat(received.header(line.name()))
                            .as(line.name())
                            .isEqualTo(line.value()));
        }
    }

    @Test
    void sendsANewEventEachTime() {
        try (Simulator simulator = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            assertThat(IntStream.range(0, 20)
                            .mapToObj(i -> simulator.send(valid()).delivery().eventId())
                            .distinct())
                    .hasSize(20);
        }
    }

    @Test
    void retriesTheSameEventInAFreshAttempt() {
        TickingClock clock = new TickingClock(FIXED.instant());
        try (Simulator simulator =
                Simulator.to(receiver.endpoint()).secret(SECRET).with(settings -> settings.withClock(clock))) {
            EventKey event = simulator.event(valid());
            Exchange first = simulator.send(valid(), event);
            clock.tick(Duration.ofSeconds(30));
            Exchange retry = simulator.send(valid().with(new SetField("retry_count", "1")), event);

            assertThat(first.accepted() && retry.accepted()).isTrue();
            assertThat(retry.delivery().eventId()).isEqualTo(first.delivery().eventId());
            assertThat(retry.delivery().body().asUtf8())
                    .isEqualTo(first.delivery().body().asUtf8().replace("\"retry_count\":0", "\"retry_count\":1"));
            assertThat(receiver.received())
                    .extracting(received -> received.header("X-StatusPulse-Timestamp"))
                    .containsExactly("1772337906", "1772337936");
        }
    }

    @Test
    void sendsTheSameBytesAgain() {
        try (Simulator simulator = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            Exchange first = simulator.send(valid());
            simulator.send(first.delivery());

            assertThat(receiver.received()).hasSize(2);
            assertThat(receiver.received().get(1)).isEqualTo(receiver.received().get(0));
        }
    }

    @Test
    void sendsTheSameBytesFromTheSameSeedAtTheSameTime() {
        for (int run = 0; run < 2; run++) {
            try (Simulator simulator = Simulator.to(receiver.endpoint())
                    .secret(SECRET)
                    .with(settings -> settings.withSeed(99).withClock(FIXED))) {
                simulator.send(valid());
                simulator.send(valid().but(new TimestampShift(Duration.ofHours(-1))));
            }
        }
        List<Received> received = receiver.received();

        assertThat(received).hasSize(4);
        assertThat(received.subList(2, 4)).isEqualTo(received.subList(0, 2));
        assertThat(received.get(1)).isNotEqualTo(received.get(0));
    }

    @Test
    void sendsOtherEventsFromAnotherSeedOrAtAnotherTime() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        for (Clock clock : List.of(FIXED, Clock.offset(FIXED, Duration.ofNanos(1)))) {
            for (long seed = 0; seed < 2; seed++) {
                long value = seed;
                try (Simulator simulator = Simulator.to(receiver.endpoint())
                        .secret(SECRET)
                        .with(settings -> settings.withSeed(value).withClock(clock))) {
                    ids.add(simulator.event(valid()).event().eventId());
                }
            }
        }
        assertThat(ids).hasSize(4);
    }

    @Test
    void changesSettingsInANewSimulatorAndLeavesTheOldOneOpen() {
        try (Simulator old = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            try (Simulator changed =
                    old.with(settings -> settings.withHeaders(List.of(new HeaderLine("X-Gateway", "token"))))) {
                assertThat(changed.send(valid()).accepted()).isTrue();
            }
            assertThat(old.send(valid()).accepted()).isTrue();
        }
        assertThat(receiver.received())
                .extracting(received -> received.header("X-Gateway"))
                .containsExactly("token", "");
    }

    @Test
    void sendsSeveralDeliveriesOnOneConnection() {
        try (Simulator simulator = Simulator.to(receiver.endpoint()).secret(SECRET);
                Transport.Connection connection = simulator.open()) {
            for (int i = 0; i < 3; i++) {
                Exchange exchange = connection.send(simulator.compose(valid(), simulator.event(valid())));
                assertThat(exchange.accepted()).isTrue();
                assertThat(connection.reused()).isEqualTo(i > 0);
            }
        }
    }

    @Test
    void isSafeToUseFromManyThreads() {
        try (Simulator simulator = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            Set<String> ids = ConcurrentHashMap.newKeySet();
            assertThat(IntStream.range(0, 100).parallel().mapToObj(i -> simulator.send(valid())))
                    .allSatisfy(exchange -> {
                        ids.add(exchange.delivery().eventId());
                        assertThat(exchange.accepted()).as(exchange.toString()).isTrue();
                    });
            assertThat(ids).hasSize(100);
        }
    }

    @Test
    void saysWhyADeliveryCannotBeComposed() {
        try (Simulator simulator = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            assertThatThrownBy(() -> simulator.send(valid().but(new SignWith(Known.PREVIOUS))))
                    .isInstanceOf(NotComposableException.class)
                    .hasMessage("no previous secret is configured");
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void returnsTheFailureWhereNobodyListens() {
        receiver.close();
        try (Simulator simulator = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            Exchange exchange = simulator.send(valid());

            assertThat(exchange.accepted()).isFalse();
            assertThat(exchange.status()).isZero();
            assertThat(exchange.failure()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "ftp://example.com", "http://", "http://a b", "https://example.com/#x"})
    void refusesWhatIsNoEndpoint(String endpoint) {
        assertThatThrownBy(() -> Simulator.to(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("URL: '" + endpoint + "' ");
    }

    @Test
    void refusesABlankSecret() {
        assertThatThrownBy(() -> Simulator.to(receiver.endpoint()).secret(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("secret: is blank");
    }

    @Test
    void showsNoSecretWhereItIsPrinted() {
        try (Simulator simulator = Simulator.to(receiver.endpoint()).secret(SECRET)) {
            simulator
                    .with(settings -> {
                        assertThat(settings.toString())
                                .contains("Secret[hidden]")
                                .doesNotContain("7d1f");
                        return settings;
                    })
                    .close();
            Exchange exchange = simulator.send(valid());
            assertThat(exchange.toString())
                    .doesNotContain("7d1f", receiver.received().get(0).header("X-StatusPulse-Signature"));
        }
    }
}
