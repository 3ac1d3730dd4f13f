package com.example.statuspulse;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.awaitility.Awaitility.await;
import static org.wiremock.webhooks.Webhooks.webhook;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.statuspulse.wiremock.StatusPulseDownstream;
import io.statuspulse.wiremock.StatusPulseWebhookSigning;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutageTest {
    private static final String EVENT = """
            {"event_id":"evt_0123456789ab","timestamp":"2026-01-31T12:00:00Z","event_type":"status_change",\
            "check_id":"chk_api","endpoint":"https://api.example.com/","previous_status":"operational",\
            "current_status":"major_outage","response_time_ms":null,"region":"eu-west-1","error_code":503,\
            "retry_count":0}""";

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(wireMockConfig()
                    .bindAddress("127.0.0.1")
                    .dynamicPort()
                    .extensions(StatusPulseWebhookSigning.with("whsec_0123456789abcdef0123456789abcdef")))
            .build();

    @Test
    void outageOpensATicket() throws Exception {
        try (StatusPulseDownstream tickets = StatusPulseDownstream.start();
                TicketReceiver receiver = TicketReceiver.start(tickets.url())) {
            PROVIDER.stubFor(post("/checks/api/outage")
                    .willReturn(ok())
                    .withServeEventListener(
                            "webhook",
                            webhook()
                                    .withMethod("POST")
                                    .withUrl(receiver.url())
                                    .withHeader("Content-Type", "application/json")
                                    .withBody(EVENT)
                                    .withExtraParameter(StatusPulseWebhookSigning.NAME, true)));

            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + PROVIDER.getPort() + "/checks/api/outage"))
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding());

            await().until(() -> tickets.timesProcessed("evt_0123456789ab") == 1);
        }
    }
}
