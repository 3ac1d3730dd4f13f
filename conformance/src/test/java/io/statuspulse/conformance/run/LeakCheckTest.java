package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What answers may hold, without a receiver. */
class LeakCheckTest {
    private static final DeliveryPlan VALID = DeliveryPlan.valid();
    private static final DeliveryPlan STALE = VALID.but(new TimestampShift(Duration.ofHours(-1)));
    private static final Verdict OTHERWISE = new Verdict.Inconclusive("why", List.of());
    private static final Fact EXPECTED =
            new Fact("expected", "no answer holds a secret or the signature that was expected");

    @Test
    void leavesTheVerdictWhereNothingLeaks() {
        Sent unanswered = new Sent(Role.TRIAL, Made.unanswered(Failure.Kind.RESET));

        assertThat(LeakCheck.judge(OTHERWISE, List.of())).isSameAs(OTHERWISE);
        assertThat(LeakCheck.judge(OTHERWISE, List.of(unanswered, sent(VALID, Made.response(401, "no")))))
                .isSameAs(OTHERWISE);
    }

    @Test
    void namesWhatLeaksAndInTheAnswerToWhat() {
        assertThat(LeakCheck.judge(OTHERWISE, List.of(sent(VALID, Made.response(401, "key: " + Runs.SECRET)))))
                .isEqualTo(failed("the answer to a valid delivery holds a secret: 401 (\"key: [secret]\")"));
    }

    @Test
    void seesASecretInTheReasonAndInHeaders() {
        Response inReason = new Response(401, "not " + Runs.SECRET, List.of(), Bytes.EMPTY, false);
        Response inName = Made.response(401, "", new HeaderLine(Runs.SECRET, "x"));
        Response inValue = Made.response(401, "", new HeaderLine("A", "b"), new HeaderLine("C", Runs.PREVIOUS));

        assertThat(LeakCheck.judge(OTHERWISE, List.of(sent(VALID, inReason))))
                .isEqualTo(failed("the answer to a valid delivery holds a secret: 401 not [secret]"));
        for (Response inHeaders : List.of(inName, inValue)) {
            assertThat(LeakCheck.judge(OTHERWISE, List.of(sent(VALID, inHeaders))))
                    .isEqualTo(failed("the answer to a valid delivery holds a secret: 401"));
        }
    }

    @Test
    void echoOfWhatWasSentIsNoLeak() {
        DeliveryPlan telling = VALID.but(new AddHeader("X-Told", Runs.SECRET));

        assertThat(LeakCheck.judge(OTHERWISE, List.of(sent(telling, Made.response(401, "you sent " + Runs.SECRET)))))
                .isSameAs(OTHERWISE);
    }

    @Test
    void namesTheFirstFiveLeaksAfterWhatWasExpected() {
        Sent leaking = sent(STALE, Made.response(401, Runs.SECRET));

        List<Fact> facts =
                LeakCheck.judge(OTHERWISE, Collections.nCopies(7, leaking)).facts();

        assertThat(facts).hasSize(6).startsWith(EXPECTED);
        assertThat(facts.subList(1, 6))
                .containsOnly(
                        new Fact("actual", "the answer to TimestampShift[-PT1H] holds a secret: 401 (\"[secret]\")"));
    }

    private static Verdict failed(String actual) {
        return new Verdict.Failed(List.of(EXPECTED, new Fact("actual", actual)), false);
    }

    private static Sent sent(DeliveryPlan plan, Response response) {
        return new Sent(Role.TRIAL, Made.answered(plan, response));
    }
}
