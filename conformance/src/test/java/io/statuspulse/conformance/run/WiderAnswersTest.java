package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.AnswerRule.Match;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that leave a receiver more than one way to be right. */
class WiderAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED_OR_LISTED, 200, AS_EXPECTED",
        "ACCEPTED_OR_LISTED, 299, AS_EXPECTED",
        "ACCEPTED_OR_LISTED, 431, AS_EXPECTED",
        "ACCEPTED_OR_LISTED, 401, WRONG",
        "ACCEPTED_OR_LISTED, 500, WRONG",
        "REJECTED_OR_CLOSED, 401, AS_EXPECTED",
        "REJECTED_OR_CLOSED, 431, AS_EXPECTED",
        "REJECTED_OR_CLOSED, 200, AS_EXPECTED",
        "REJECTED_OR_CLOSED, 404, WRONG",
        "REJECTED_OR_CLOSED, 302, WRONG",
        "NOT_ACCEPTED, 302, AS_EXPECTED",
        "NOT_ACCEPTED, 404, AS_EXPECTED",
        "NOT_ACCEPTED, 200, WRONG",
        "NOT_ACCEPTED, 500, WRONG",
        "NOT_ACCEPTED, 600, AS_EXPECTED",
        "REFUSED, 399, WRONG",
        "REFUSED, 400, AS_EXPECTED",
        "REFUSED, 499, AS_EXPECTED",
        "REFUSED, 500, WRONG",
        "ANY, 499, AS_EXPECTED",
        "ANY, 599, WRONG",
        "ANY_WITHOUT_CORS, 200, AS_EXPECTED",
        "ANY_WITHOUT_CORS, 405, AS_EXPECTED",
        "ANY_WITHOUT_CORS, 500, WRONG"
    })
    void statusesAreJudgedByWhatIsExpected(Answer expected, int status, Match match) {
        // 431 is what this scenario lists beside its rejections.
        assertThat(rule("signature/8-kib").match(expected, answered(status))).isEqualTo(match);
    }

    @Test
    void originThatIsLetInIsWrongWhateverTheStatus() {
        Exchange open = answered(204, new HeaderLine("access-control-allow-origin", "*"));

        assertThat(rule("signature/wrong").match(Answer.ANY_WITHOUT_CORS, open)).isEqualTo(Match.WRONG);
        assertThat(rule("signature/wrong").match(Answer.ANY, open)).isEqualTo(Match.AS_EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "payload/16-mib, CLOSED_WITHOUT_ANSWER, AS_EXPECTED",
        "payload/16-mib, RESET, AS_EXPECTED",
        "payload/16-mib, ANSWER_TIMEOUT, WRONG",
        "signature/wrong, RESET, WRONG"
    })
    void closingRefusesALargeBodyToo(String scenario, Failure.Kind kind, Match match) {
        assertThat(rule(scenario).match(Answer.ANY, Made.unanswered(kind))).isEqualTo(match);
    }

    @Test
    void serverErrorOnALargeBodyIsTheReceiversOwn() {
        assertThat(rule("payload/16-mib").match(Answer.ANY, answered(500))).isEqualTo(Match.WRONG);
    }

    private static AnswerRule rule(String scenario) {
        return new AnswerRule(
                Runs.settings("http://127.0.0.1:9/hook").build(),
                Suite.find(scenario).orElseThrow());
    }

    private static Exchange answered(int status, HeaderLine... headers) {
        return Made.answered(DeliveryPlan.valid(), Made.response(status, "", headers));
    }
}
