package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.test;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.junit.Samples.Whole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A function in the place of a URL. */
class InProcessTest {
    /** It never looks at the clock. */
    private static final ReceiverUnderTest AGELESS = ReceiverUnderTest.inProcess(InProcessReceiver.verifier(
                    (headers, body) -> {
                        Mac mac = Mac.getInstance("HmacSHA256");
                        mac.init(new SecretKeySpec(Bench.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                        mac.update((headers.first("X-StatusPulse-Timestamp").orElse("") + ".")
                                .getBytes(StandardCharsets.ISO_8859_1));
                        return MessageDigest.isEqual(
                                HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.ISO_8859_1),
                                headers.first("X-StatusPulse-Signature")
                                        .orElse("")
                                        .getBytes(StandardCharsets.ISO_8859_1));
                    }))
            .secret(Bench.SECRET);

    @Test
    void what_it_gets_right_passes() {
        Bench.run(AGELESS, Whole.class, "signature_missing")
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(test(), finishedSuccessfully()));
    }

    @Test
    void what_it_gets_wrong_fails_and_says_what_it_did() {
        assertThat(thrown("timestamp_hour_old"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("actual       200 (\"accepted\")");
    }

    @Test
    void what_cannot_be_asked_of_a_function_is_aborted_with_the_reason() {
        assertThat(thrown("acceptance_chunked"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("within a process there is neither a connection nor a server");
        assertThat(thrown("idempotency_retry"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("a verifier processes nothing");
    }

    private static Throwable thrown(String scenario) {
        EngineExecutionResults results = Bench.run(AGELESS, Whole.class, scenario);
        List<TestExecutionResult> ends = results.testEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .toList();
        assertThat(ends).hasSize(1);
        return ends.get(0).getThrowable().orElseThrow();
    }
}
