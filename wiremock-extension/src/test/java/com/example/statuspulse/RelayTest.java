package com.example.statuspulse;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.statuspulse.simulator.Simulator;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.wiremock.StatusPulseSignatureMatcher;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RelayTest {
    private static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";

    @RegisterExtension
    static final WireMockExtension RECEIVER = WireMockExtension.newInstance()
            .options(wireMockConfig()
                    .bindAddress("127.0.0.1")
                    .dynamicPort()
                    .extensions(StatusPulseSignatureMatcher.of(SECRET)))
            .build();

    @BeforeEach
    void acceptWhatIsGenuine() {
        RECEIVER.stubFor(any(anyUrl()).atPriority(9).willReturn(unauthorized()));
        RECEIVER.stubFor(
                post("/webhook").andMatching(StatusPulseSignatureMatcher.NAME).willReturn(ok()));
    }

    @Test
    void deliveriesArriveAsTheyWereSigned() {
        // Your relay, queue or gateway belongs between the two.
        String url = "http://127.0.0.1:" + RECEIVER.getPort() + "/webhook";
        try (Simulator statusPulse = Simulator.to(url).secret(SECRET)) {
            assertEquals(200, statusPulse.send(valid()).status());
            assertEquals(
                    401,
                    statusPulse
                            .send(valid().but(new TimestampShift(Duration.ofHours(-1))))
                            .status());
        }
        RECEIVER.verify(1, postRequestedFor(urlPathEqualTo("/webhook")).andMatching(StatusPulseSignatureMatcher.NAME));
    }
}
