package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpStateProbeTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"degraded\"}", "\"degraded\"", "{\"since\":1,\"status\":\"degraded\"}"})
    void statusIsRead(String answer) {
        try (ScriptedReceiver server = answering(answer)) {
            assertThat(probe(server).status("chk_kit_1")).contains("degraded");
            assertThat(server.requests().get(0).exchange().getRequestURI()).hasToString("/state/chk_kit_1");
        }
    }

    @Test
    void checkThatIsNotKnownHasNoStatus() {
        try (ScriptedReceiver server = ScriptedReceiver.start(request -> Reply.of(404))) {
            assertThat(probe(server).status("chk_kit_1")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"degraded", "{\"status\":3}", "[]", "{}"})
    void otherAnswersAreNamed(String answer) {
        try (ScriptedReceiver server = answering(answer)) {
            assertThatExceptionOfType(UnreadableEffectsException.class)
                    .isThrownBy(() -> probe(server).status("chk_kit_1"))
                    .withMessageStartingWith("state: http://127.0.0.1:")
                    .withMessageEndingWith("expected a text or {\"status\": \"…\"}");
        }
    }

    @Test
    void templateWithoutItsPlaceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpStateProbe("http://127.0.0.1/state", TIMEOUT))
                .withMessageStartingWith("state: 'http://127.0.0.1/state' lacks {check_id}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpStateProbe("127.0.0.1/state/{check_id}", TIMEOUT))
                .withMessageStartingWith("state: '127.0.0.1/state/{check_id}' has no scheme or no host");
    }

    private static ScriptedReceiver answering(String body) {
        return ScriptedReceiver.start(request -> new Reply(200, Map.of(), body));
    }

    private static HttpStateProbe probe(ScriptedReceiver server) {
        return new HttpStateProbe(URI.create(server.url()).resolve("/state/") + "{check_id}", TIMEOUT);
    }
}
