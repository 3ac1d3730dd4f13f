package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.run.ScriptedReceiver.Request;
import io.statuspulse.conformance.run.ScriptedReceiver.Script;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that hold what a receiver must keep to itself (contract REQ-SIG-4). */
@Timeout(60)
class LeakTest {
    /** Not the 64 zeros that the suite sends itself. */
    private static final String WHOLE_SIGNATURE = "[1-9a-fA-F][0-9a-fA-F]{55,}";

    @Test
    void echoOfWhatWasSentIsNoLeak() {
        assertOutcome(Outcome.PASSED, r -> withBody(r, "you sent " + r.header("X-StatusPulse-Signature")));
    }

    @Test
    void expectedSignatureInTheBodyIsALeak() {
        assertOutcome(Outcome.FAILED, r -> r.genuine() ? Reply.OK : withBody(r, "expected " + expected(r)));
    }

    @Test
    void expectedSignatureInUpperCaseOrBase64IsALeak() {
        assertOutcome(
                Outcome.FAILED,
                r -> r.genuine() ? Reply.OK : withBody(r, expected(r).toUpperCase(Locale.ROOT)));
        assertOutcome(
                Outcome.FAILED,
                r -> r.genuine()
                        ? Reply.OK
                        : withBody(
                                r,
                                Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(expected(r)))));
    }

    @Test
    void expectedSignatureInAHeaderIsALeak() {
        assertOutcome(
                Outcome.FAILED, r -> r.genuine() ? Reply.OK : new Reply(401, Map.of("X-Debug", expected(r)), "no"));
    }

    @Test
    void secretIsALeakEvenInAServerError() {
        assertOutcome(
                Outcome.FAILED, r -> r.genuine() ? Reply.OK : new Reply(500, Map.of(), "key=" + Runs.SECRET + ";"));
    }

    @Test
    void leakOfAReceiverThatRejectsEverythingIsSeen() {
        assertOutcome(Outcome.FAILED, r -> withBody(r, r.genuine() ? "no" : "expected " + expected(r)));
    }

    @Test
    void serverErrorAloneIsNoLeak() {
        assertOutcome(Outcome.PASSED, r -> r.genuine() ? Reply.OK : Reply.of(500));
    }

    @Test
    void leakElsewhereInTheRunIsSeenAndNotRepeated() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r ->
                r.isFor("secret/empty") && !r.genuine() ? withBody(r, "expected " + expected(r)) : r.correctly())) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "secret/empty", "signature/not-revealed");

            String facts = Runs.facts(Runs.result(report, "signature/not-revealed"));
            assertThat(Runs.outcome(report, "signature/not-revealed")).isEqualTo(Outcome.FAILED);
            assertThat(facts).contains("SignWith[").doesNotContainPattern(WHOLE_SIGNATURE);
            assertThat(Runs.outcome(report, "secret/empty")).isEqualTo(Outcome.PASSED);
        }
    }

    private static void assertOutcome(Outcome outcome, Script script) {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(script)) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "signature/not-revealed");

            assertThat(Runs.outcome(report, "signature/not-revealed")).isEqualTo(outcome);
            assertThat(Runs.facts(Runs.result(report, "signature/not-revealed")))
                    .doesNotContain(Runs.SECRET)
                    .doesNotContainPattern(WHOLE_SIGNATURE);
        }
    }

    private static Reply withBody(Request request, String body) {
        return new Reply(request.genuine() ? 200 : 401, Map.of(), body);
    }

    private static String expected(Request request) {
        return Runs.signatures(
                        request.header("X-StatusPulse-Timestamp"),
                        request.body().getBytes(StandardCharsets.ISO_8859_1))
                .get(0);
    }
}
