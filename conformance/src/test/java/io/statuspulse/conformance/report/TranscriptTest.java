package io.statuspulse.conformance.report;

import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final Delivery PLAIN = Exchanges.delivery(valid(), "plain");
    private static final Delivery UNSIGNED =
            Exchanges.delivery(valid().but(new DropHeader(HeaderRole.SIGNATURE)), "unsigned");

    @Test
    void it_shows_the_request_as_it_was_sent_and_the_answer_as_it_came() {
        assertThat(Transcript.of(failed()).lines())
                .startsWith("failed: signature/missing: " + Scenarios.missing().title(), "", "* control")
                .contains(
                        "> POST /webhook/statuspulse HTTP/1.1",
                        "> " + PLAIN.body().asUtf8(),
                        "< HTTP 200 OK",
                        "< welcome",
                        "* trial, with DropHeader[signature]",
                        "* " + UNSIGNED.eventId() + ": no answer within 10 s (127.0.0.1:9000) in 101.7 ms");
    }

    @Test
    void nothing_confidential_is_in_it() {
        assertThat(Transcript.of(failed()))
                .contains("> Authorization: [hidden]", "< [secret] [secret]", "X-StatusPulse-Signature: ")
                .doesNotContain(Exchanges.SECRET, Exchanges.CREDENTIAL, Exchanges.signature(PLAIN));
    }

    private static Result failed() {
        String echoed = "welcome\n" + Exchanges.SECRET + " whsec_the_one_before";
        return new Result(
                Scenarios.missing(),
                new Verdict.Failed(List.of(), false),
                Outcome.FAILED,
                List.of(
                        new Sent(Role.CONTROL, Exchanges.answered(PLAIN, 200, "OK", Bytes.utf8(echoed))),
                        new Sent(Role.TRIAL, Exchanges.unanswered(UNSIGNED))),
                Duration.ofMillis(3));
    }
}
