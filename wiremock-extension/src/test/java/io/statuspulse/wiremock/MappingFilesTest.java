package io.statuspulse.wiremock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mapping files of the documentation, with a server that discovers its extensions as the command does. */
@Timeout(60)
class MappingFilesTest {
    /** As the build sets it for this test's JVM. */
    private static final String SECRET = System.getenv("STATUSPULSE_SECRET");

    @BeforeAll
    static void environmentIsThatOfTheBuild() {
        assumeTrue(SECRET != null, "STATUSPULSE_SECRET is not set, as it is in the build");
    }

    @Test
    void webhookOfTheFileIsTakenByACorrectReceiver() throws IOException {
        String mapping = resource("outage.json");
        try (BuiltInReceiver receiver = BuiltInReceiver.start(ReceiverSettings.of(SECRET));
                Target target = Target.start();
                Server server = Server.start(options -> options.extensionScanningEnabled(true))) {
            for (String url : List.of(receiver.url().toString(), target.url())) {
                String made = mapping.replace("http://127.0.0.1:8080/webhook/statuspulse", url);
                assertThat(made).isNotEqualTo(mapping);
                assertThat(Http.post(server.url("/__admin/mappings"), made).statusCode())
                        .isEqualTo(201);
                assertThat(Http.post(server.url("/checks/api/outage"), "").statusCode())
                        .isEqualTo(202);
            }

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> receiver.state("chk_api").isPresent());
            Target.Received received = target.next();
            assertThat(Schemas.validate(
                            SchemaName.EVENT_EMITTED, received.body().toArray()))
                    .isEmpty();
        }
    }

    @Test
    void stubOfTheFileMatchesWhatIsGenuine() throws IOException {
        try (Server server = Server.start(options -> options.extensionScanningEnabled(true))) {
            assertThat(Http.post(server.url("/__admin/mappings"), resource("receiver.json"))
                            .statusCode())
                    .isEqualTo(201);
            String time = Long.toString(Instant.now().getEpochSecond());
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

            assertThat(Http.post(
                                    server.url("/webhook"),
                                    body,
                                    "X-StatusPulse-Timestamp",
                                    time,
                                    "X-StatusPulse-Signature",
                                    CallingReceiver.hex(SECRET, time, body))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Http.post(server.url("/webhook"), body).statusCode()).isEqualTo(404);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = MappingFilesTest.class.getResourceAsStream("/com/example/statuspulse/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
