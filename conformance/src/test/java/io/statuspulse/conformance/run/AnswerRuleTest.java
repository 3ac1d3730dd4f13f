package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.AnswerRule.Match;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Composer;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Failure.Kind;
import io.statuspulse.simulator.wire.Response;
import io.statuspulse.simulator.wire.Timings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerRuleTest {
    private static final RunSettings SETTINGS =
            Runs.settings("http://127.0.0.1:9/hook").build();
    private static final AnswerRule ORDINARY = rule("signature/wrong");
    private static final AnswerRule WIRE = rule("signature/in-trailer");

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, 200, AS_EXPECTED",
        "ACCEPTED, 204, AS_EXPECTED",
        "ACCEPTED, 301, WRONG",
        "ACCEPTED, 401, WRONG",
        "ACCEPTED, 500, WRONG",
        "REJECTED, 400, AS_EXPECTED",
        "REJECTED, 401, AS_EXPECTED",
        "REJECTED, 403, AS_EXPECTED",
        "REJECTED, 200, WRONG",
        "REJECTED, 302, WRONG",
        "REJECTED, 404, WRONG",
        "REJECTED, 413, WRONG",
        "REJECTED, 500, WRONG",
        "REJECTED, 503, WRONG",
        "REFUSED, 200, AS_EXPECTED",
        "REFUSED, 404, AS_EXPECTED",
        "REFUSED, 422, AS_EXPECTED",
        "REFUSED, 302, WRONG",
        "REFUSED, 500, WRONG",
        "ANY, 200, AS_EXPECTED",
        "ANY, 302, AS_EXPECTED",
        "ANY, 418, AS_EXPECTED",
        "ANY, 500, WRONG",
        "NONE, 500, AS_EXPECTED"
    })
    void statusesAreJudgedByWhatIsExpected(Answer expected, int status, Match match) {
        assertThat(ORDINARY.match(expected, answered(status))).isEqualTo(match);
    }

    @Test
    void statusesThatAScenarioListsCountAsItsRejections() {
        assertThat(rule("signature/8-kib").match(Answer.REJECTED, answered(431)))
                .isEqualTo(Match.AS_EXPECTED);
        assertThat(ORDINARY.match(Answer.REJECTED, answered(431))).isEqualTo(Match.WRONG);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class)
    void noAnswerIsWrongWhereverOneIsAwaited(Kind kind) {
        for (Answer expected : List.of(Answer.ACCEPTED, Answer.REJECTED, Answer.REFUSED, Answer.ANY)) {
            assertThat(ORDINARY.match(expected, unanswered(kind))).isEqualTo(Match.WRONG);
        }
        assertThat(ORDINARY.match(Answer.NONE, unanswered(kind))).isEqualTo(Match.AS_EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED, CLOSED_WITHOUT_ANSWER, AS_EXPECTED",
        "REJECTED, RESET, AS_EXPECTED",
        "REFUSED, RESET, AS_EXPECTED",
        "ANY, CLOSED_WITHOUT_ANSWER, AS_EXPECTED",
        "ACCEPTED, CLOSED_WITHOUT_ANSWER, WRONG",
        "REJECTED, ANSWER_TIMEOUT, WRONG",
        "REJECTED, MALFORMED_ANSWER, WRONG",
        "REJECTED, CONNECTION_REFUSED, WRONG"
    })
    void closingRefusesBrokenHttpAndNothingElse(Answer expected, Kind kind, Match match) {
        assertThat(WIRE.match(expected, unanswered(kind))).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({"REJECTED, 500, WARNING", "REJECTED, 501, WARNING", "REJECTED, 200, WRONG", "ANY, 500, WARNING"})
    void serverErrorOnBrokenHttpIsAWarning(Answer expected, int status, Match match) {
        assertThat(WIRE.match(expected, answered(status))).isEqualTo(match);
    }

    @Test
    void answerThatBreaksOffIsNoAcceptance() {
        Exchange cut = new Exchange(
                delivery(),
                Optional.of(response(200)),
                Optional.of(new Failure(Kind.MALFORMED_ANSWER, "cut")),
                Timings.NONE,
                Instant.EPOCH);

        assertThat(ORDINARY.match(Answer.ACCEPTED, cut)).isEqualTo(Match.WRONG);
    }

    private static AnswerRule rule(String scenario) {
        return new AnswerRule(SETTINGS, Suite.find(scenario).orElseThrow());
    }

    private static Exchange answered(int status) {
        return new Exchange(delivery(), Optional.of(response(status)), Optional.empty(), Timings.NONE, Instant.EPOCH);
    }

    private static Exchange unanswered(Kind kind) {
        return new Exchange(
                delivery(), Optional.empty(), Optional.of(new Failure(kind, "no")), Timings.NONE, Instant.EPOCH);
    }

    private static Response response(int status) {
        return new Response(status, "", List.of(), Bytes.EMPTY, false);
    }

    private static Delivery delivery() {
        Composer composer = new Composer(
                SignatureScheme.STATUSPULSE,
                SETTINGS.secrets(),
                Clock.systemUTC(),
                new EventGenerator(1, Instant.EPOCH),
                List.of());
        DeliveryPlan plan = DeliveryPlan.valid();
        return composer.compose(plan, composer.event(plan, "test", 0), new RequestTarget("127.0.0.1:9", "/hook"));
    }
}
