package com.example.statuspulse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.statuspulse.simulator.Simulator;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.DeliveryPlan.Base.GuideExample;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the conformance suite cannot see from outside, or does not ask. */
class ReceiverTest {

    @Test
    void it_does_not_start_without_a_secret() {
        assertThrows(IllegalArgumentException.class, () -> new Receiver(0, List.of(), event -> {}));
        assertThrows(IllegalArgumentException.class, () -> new Receiver(0, List.of(" "), event -> {}));
        assertThrows(IllegalArgumentException.class, () -> new Receiver(0, List.of("whsec_one", ""), event -> {}));
    }

    @Test
    void its_secrets_come_from_the_environment() {
        assertEquals(List.of("one"), Receiver.secrets(Map.of("STATUSPULSE_SECRET", "one")));
        assertEquals(
                List.of("one", "two"),
                Receiver.secrets(Map.of("STATUSPULSE_SECRET", "one", "STATUSPULSE_PREVIOUS_SECRET", "two")));
        assertThrows(IllegalStateException.class, () -> Receiver.secrets(Map.of()));
        assertThrows(
                IllegalStateException.class,
                () -> Receiver.secrets(Map.of("STATUSPULSE_SECRET", "one", "STATUSPULSE_PREVIOUS_SECRET", " ")));
    }

    @Test
    void work_that_fails_is_done_by_the_next_attempt() throws IOException, InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        try (Receiver receiver = new Receiver(0, List.of("whsec_example"), event -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("the database is away: this trace belongs to the test");
                    }
                });
                Simulator simulator = Simulator.to(receiver.url()).secret("whsec_example")) {
            DeliveryPlan delivery = DeliveryPlan.of(new GuideExample());

            assertEquals(500, simulator.send(delivery).status());
            assertEquals(200, simulator.send(delivery).status());
            assertEquals(200, simulator.send(delivery).status());
            assertEquals(2, attempts.get());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void it_takes_no_other_method(String method) throws IOException, InterruptedException {
        assertEquals(405, status(method, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "x"})
    void it_takes_no_other_path(String more) throws IOException, InterruptedException {
        assertEquals(404, status("POST", more));
    }

    private static int status(String method, String morePath) throws IOException, InterruptedException {
        try (Receiver receiver = new Receiver(0, List.of("whsec_example"), event -> {})) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.url() + morePath))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString("{}"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
