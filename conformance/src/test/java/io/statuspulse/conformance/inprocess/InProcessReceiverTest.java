package io.statuspulse.conformance.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.statuspulse.conformance.report.TextReport;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.inprocess.InProcessResponse;
import io.statuspulse.simulator.inprocess.RequestHeaders;
import io.statuspulse.simulator.inprocess.Verifier;
import io.statuspulse.simulator.wire.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InProcessReceiverTest {
    private static final Verifier CORRECT = Verifiers.correct(Clock.systemUTC());

    /** A rejection, as libraries have it. */
    private static final class RejectedException extends Exception {
        private static final long serialVersionUID = 1;

        RejectedException(String message) {
            super(message);
        }
    }

    @Test
    void verifierThatThrowsToRejectPasses() {
        Report report = run(InProcessReceiver.verifier(RejectedException.class, (headers, body) -> {
            if (!CORRECT.accepts(headers, body)) {
                throw new RejectedException("not genuine");
            }
        }));

        assertThat(failed(report)).isEmpty();
        assertThat(outcome(report, "signature/not-revealed")).isEqualTo(Outcome.PASSED);
        assertThat(facts(report, "signature/uniform-rejection")).contains("RejectedException: not genuine");
    }

    @Test
    void rejectionWhoseMessageHoldsTheExpectedSignatureIsFound() {
        Report report = run(InProcessReceiver.verifier(RejectedException.class, (headers, body) -> {
            if (!CORRECT.accepts(headers, body)) {
                throw new RejectedException("expected " + Verifiers.expected(headers, body));
            }
        }));

        assertThat(failed(report)).containsExactly("signature/not-revealed");
    }

    @Test
    void whateverElseItThrowsIsNoRejection() {
        Report report = run(InProcessReceiver.verifier(RejectedException.class, (headers, body) -> {
            if (headers.first("X-StatusPulse-Signature").isEmpty()) {
                throw new IllegalStateException("no signature");
            }
            if (!CORRECT.accepts(headers, body)) {
                throw new RejectedException("not genuine");
            }
        }));

        assertThat(failed(report)).contains("signature/missing").doesNotContain("signature/wrong");
        assertThat(facts(report, "signature/missing"))
                .contains("500 (\"threw java.lang.IllegalStateException at InProcessReceiverTest.java:")
                .contains("no signature");
    }

    @Test
    void verifierThatGoesByTheSpellingOfNamesIsFound() {
        Report report = run(InProcessReceiver.verifier((headers, body) -> {
            Map<String, List<String>> map = headers.asMap();
            return map.containsKey("X-StatusPulse-Signature") && CORRECT.accepts(headers, body);
        }));

        assertThat(failed(report))
                .containsExactly("acceptance/lower-case-header-names", "acceptance/upper-case-header-names");
    }

    @Test
    void verifierThatDoesNotReturnIsWaitedForNoLongerThanTheDeadline() {
        Report report = run(InProcessReceiver.verifier((headers, body) -> {
                    if (headers.all("X-StatusPulse-Signature").size() > 1) {
                        new CountDownLatch(1).await();
                    }
                    return CORRECT.accepts(headers, body);
                })
                .settings(Verifiers.SECRET)
                .deadlines(Deadlines.all(Duration.ofMillis(300))));

        assertThat(failed(report)).contains("signature/wrong-then-right", "signature/right-then-wrong");
        assertThat(outcome(report, "signature/wrong")).isEqualTo(Outcome.PASSED);
        assertThat(facts(report, "signature/wrong-then-right")).contains("the call did not return within 300 ms");
    }

    @Test
    void verifierThatNeverReturnsMakesTheRunProveNothing() {
        Report report = run(InProcessReceiver.verifier((headers, body) -> {
                    new CountDownLatch(1).await();
                    return true;
                })
                .settings(Verifiers.SECRET)
                .deadlines(Deadlines.all(Duration.ofMillis(100))));

        assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(report.unreachable()).contains("the call did not return within 100 ms");
    }

    @Test
    void handlerSeesItsPathAndItsQuery() {
        InProcessReceiver receiver = InProcessReceiver.handler(
                "/hooks/7?tenant=a%20b",
                request -> {
                    boolean here = request.path().equals("/hooks/7")
                            && request.query().orElse("").startsWith("tenant=a%20b")
                            && request.headers().first("Host").equals(Optional.of("localhost"));
                    if (!here) {
                        return InProcessResponse.of(404);
                    }
                    if (!request.method().equals("POST")) {
                        return InProcessResponse.of(405);
                    }
                    return InProcessResponse.of(
                            accepts(request.headers(), request.body().toArray()) ? 200 : 401);
                });

        Report report = run(receiver);

        assertThat(failed(report)).isEmpty();
        assertThat(report.target()).isEqualTo("in-process handler at /hooks/7?tenant=a%20b");
        assertThat(outcome(report, "replay/other-path")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(report, "http/get")).isEqualTo(Outcome.PASSED);
    }

    private static boolean accepts(RequestHeaders headers, byte[] body) throws Exception {
        return CORRECT.accepts(headers, body);
    }

    @Test
    void reportNamesNoCommandThatCouldNotReachIt() {
        Report report = run(InProcessReceiver.verifier((headers, body) -> true));

        assertThat(TextReport.render(report, false))
                .contains("FAILED")
                .doesNotContain("run again")
                .doesNotContain("statuspulse test");
    }

    @Test
    void pathThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InProcessReceiver.handler("hooks", request -> InProcessResponse.of(200)))
                .withMessage("path: 'hooks' is none; expected e.g. /webhook/statuspulse");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InProcessReceiver.handler("//hooks", request -> InProcessResponse.of(200)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InProcessReceiver.handler("/a b", request -> InProcessResponse.of(200)));
    }

    private static Report run(InProcessReceiver receiver) {
        return run(receiver.settings(Verifiers.SECRET));
    }

    private static Report run(RunSettings.Builder settings) {
        try (Session session = Session.open(settings.build())) {
            return session.run("default", Selection.of(Profile.DEFAULT).from(Suite.scenarios()), RunListener.SILENT);
        }
    }

    private static List<String> failed(Report report) {
        return report.results().stream()
                .filter(r -> r.outcome() == Outcome.FAILED
                        || r.outcome() == Outcome.WARNED
                        || r.outcome() == Outcome.INCONCLUSIVE)
                .map(r -> r.scenario().id())
                .toList();
    }

    private static Outcome outcome(Report report, String id) {
        return result(report, id).outcome();
    }

    private static String facts(Report report, String id) {
        return result(report, id).facts().stream()
                .map(fact -> fact.key() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    private static Result result(Report report, String id) {
        return report.results().stream()
                .filter(r -> r.scenario().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
