package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.run.ScriptedReceiver.Request;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.netfixtures.ClosedPort;
import io.statuspulse.simulator.wire.Deadlines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that are not there, or do not answer. */
@Timeout(60)
class SilenceTest {

    @Test
    void whereNobodyListensNothingIsSentAndNothingIsJudged() throws IOException {
        try (ClosedPort nobody = new ClosedPort()) {
            String host = "127.0.0.1:" + nobody.number();
            Report report = Runs.all(Runs.settings("http://" + host + "/hook").build());

            assertThat(report.unreachable().orElseThrow()).contains(host);
            assertNothingJudged(report);
        }
    }

    @Test
    void receiverThatNeverAnswersCostsOneDeadline() throws IOException {
        // The backlog takes connections that nobody accepts: they open, and that is all.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Report report = Runs.all(Runs.settings("http://127.0.0.1:" + silent.getLocalPort() + "/hook")
                    .deadlines(Deadlines.all(Duration.ofMillis(300)))
                    .build());

            assertThat(report.unreachable().orElseThrow()).contains("300 ms");
            assertNothingJudged(report);
            silent.setSoTimeout(200);
            silent.accept().close();
            assertThatThrownBy(silent::accept).as("a second connection").isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void assertNothingJudged(Report report) {
        assertThat(report.results()).hasSizeGreaterThan(150).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(result.sent()).isEmpty();
            assertThat(result.reason()).isEqualTo(report.unreachable().orElseThrow());
        });
        assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(report.diagnosis()).isEmpty();
    }

    @Test
    void receiverThatHangsOnRejectionsFailsThemAndCostsOneDeadlineAScenario() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> r.genuine() ? r.correctly() : r.never())) {
            Report report = Runs.some(
                    Runs.impatient(receiver.url()).effects(receiver::effects).build(), "secret", "rotation");

            assertThat(report.unreachable()).isEmpty();
            Runs.assertAll(report, Expect.REJECT, 14, ".* (FAILED|WARNED) .*no answer within 1 s.*");
            Runs.assertAll(report, Expect.ACCEPT, 3, ".* PASSED .*");
            Runs.assertAll(report, Expect.ONCE, 1, ".* PASSED .*");
            // What hung once is not tried in other ways: a scenario costs one deadline, whatever it holds.
            assertThat(receiver.requests())
                    .filteredOn(r -> !r.genuine())
                    .extracting(r -> r.header("User-Agent"))
                    .hasSizeGreaterThanOrEqualTo(14)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void receiverThatHangsOnOneValidDeliveryFailsThatScenarioAlone() {
        try (ScriptedReceiver receiver =
                ScriptedReceiver.start(r -> r.header("Content-Type").contains("charset") ? r.never() : r.correctly())) {
            Report report = Runs.some(Runs.impatient(receiver.url()).build(), "acceptance");

            assertThat(Runs.ids(report, Outcome.FAILED)).containsExactly("acceptance/charset-parameter");
            assertThat(report.unreachable()).isEmpty();
        }
    }

    @Test
    void receiverThatHangsOnTheControlOfOneScenarioIsNotTakenForDead() {
        // The control of this scenario is a body that no other one sends.
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r ->
                r.isFor("tampering/unicode-renormalized") && r.body().contains("rich") ? r.never() : r.correctly())) {
            Report report = Runs.some(Runs.impatient(receiver.url()).build(), "tampering");

            assertThat(Runs.ids(report, Outcome.INCONCLUSIVE)).containsExactly("tampering/unicode-renormalized");
            assertThat(report.unreachable()).isEmpty();
            assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        }
    }

    @Test
    void receiverThatDiesOfAForgeryFailsThatScenarioAndNothingElseIsJudged() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(SilenceTest::diesOfNonHex)) {
            Report report = Runs.some(Runs.settings(receiver.url()).jobs(1).build(), "signature/*");

            assertThat(Runs.ids(report, Outcome.FAILED)).containsExactly("signature/not-hex");
            assertThat(Runs.facts(Runs.result(report, "signature/not-hex")))
                    .contains("afterwards: a valid delivery got: ");
            assertThat(report.unreachable().orElseThrow()).contains("signature/not-hex");
            assertThat(report.count(Outcome.INCONCLUSIVE)).isPositive();
            assertThat(report.with(Outcome.INCONCLUSIVE))
                    .allMatch(r -> r.reason().equals(report.unreachable().orElseThrow()));
            assertThat(report.conclusion()).isEqualTo(Conclusion.FAILED);
        }
    }

    @Test
    void receiverThatDiesWhileManyScenariosRunIsNoticedOnce() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(SilenceTest::diesOfNonHex)) {
            Report report = Runs.all(Runs.settings(receiver.url()).build());

            // Those whose forgery was under way cannot be told from the one that did it.
            assertThat(Runs.ids(report, Outcome.FAILED)).hasSizeLessThanOrEqualTo(8);
            assertThat(report.unreachable()).isPresent();
            assertThat(report.conclusion()).isNotEqualTo(Conclusion.PASSED);
            assertThat(report.with(Outcome.INCONCLUSIVE)).hasSizeGreaterThan(50);
        }
    }

    @Test
    void receiverThatDiesOfAValidDeliveryIsUnreachableAndNotWrong() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            if (r.header("Content-Type").contains("charset")) {
                r.receiver().die();
            }
            return r.correctly();
        })) {
            Report report = Runs.some(Runs.settings(receiver.url()).jobs(1).build(), "acceptance");

            assertThat(Runs.ids(report, Outcome.FAILED)).isEmpty();
            assertThat(Runs.outcome(report, "acceptance/charset-parameter")).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(report.unreachable()).isPresent();
            assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        }
    }

    private static ScriptedReceiver.Reply diesOfNonHex(Request request) {
        if (request.header("X-StatusPulse-Signature").startsWith("zzzz")) {
            request.receiver().die();
        }
        return request.correctly();
    }
}
