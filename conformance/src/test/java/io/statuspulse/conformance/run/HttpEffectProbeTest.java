package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpEffectProbeTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private volatile int status = 200;
    private volatile String body = "";
    private HttpServer server = unstarted();

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] text = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "3|3", "' 2 '|2", "{\"count\": 1}|1", "{\"count\":0,\"since\":\"noon\"}|0"})
    void countsAreRead(String text, int count) {
        body = text;

        assertThat(probe().timesProcessed("evt_0123456789ab")).isEqualTo(count);
        assertThat(asked).hasValue("GET /effects/evt_0123456789ab?full=1");
    }

    @Test
    void notFoundMeansNever() {
        status = 404;

        assertThat(probe().timesProcessed("evt_1")).isZero();
    }

    @Test
    void idsAreEscaped() {
        body = "1";

        assertThat(probe().timesProcessed("evt_ /?#\u00e9")).isEqualTo(1);
        assertThat(asked.get()).isEqualTo("GET /effects/evt_+%2F%3F%23%C3%A9?full=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "-1", "1.5", "{}", "{\"count\":null}", "[1]", "99999999999", "<html>"})
    void whatIsNoCountIsNamed(String text) {
        body = text;

        assertThatExceptionOfType(UnreadableEffectsException.class)
                .isThrownBy(() -> probe().timesProcessed("evt_1"))
                .withMessageContaining("/effects/evt_1")
                .withMessageContaining("expected a number or {\"count\": n}");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 401, 500})
    void otherStatusesAreNamed(int other) {
        status = other;

        assertThatExceptionOfType(UnreadableEffectsException.class)
                .isThrownBy(() -> probe().timesProcessed("evt_1"))
                .withMessageContaining("answered " + other);
    }

    @Test
    void nobodyThereIsNamed() {
        HttpEffectProbe probe = probe();
        server.stop(0);

        assertThatExceptionOfType(UnreadableEffectsException.class)
                .isThrownBy(() -> probe.timesProcessed("evt_1"))
                .withMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1/effects", "{event_id}", "ftp://127.0.0.1/{event_id}", "http://a b/{event_id}"})
    void templatesThatCannotWorkAreNamed(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpEffectProbe(template, TIMEOUT))
                .withMessageStartingWith("effects: '" + template + "'");
    }

    private HttpEffectProbe probe() {
        return new HttpEffectProbe(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/effects/{event_id}?full=1", TIMEOUT);
    }

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
