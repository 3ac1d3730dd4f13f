package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.report.TextReport;
import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.netfixtures.ClosedPort;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.TlsSettings;
import io.statuspulse.tlsfixtures.Identity;
import io.statuspulse.tlsfixtures.Issuing;
import io.statuspulse.tlsfixtures.Secured;
import io.statuspulse.tlsfixtures.TlsFront;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says where TLS stands in the way of deliveries, or something else does. */
class TlsRunTest {
    private static final Identity ROOT = Issuing.authority("Root").issue();
    private static final Identity GOOD = Issuing.server(ROOT).issue();

    @TempDir
    static Path directory;

    private static RunSettings.Builder settings(int port, boolean insecure) throws Exception {
        return Runs.settings("https://localhost:" + port + "/webhook/statuspulse")
                .deadlines(Deadlines.all(Duration.ofSeconds(2)))
                .tls(new TlsSettings(Optional.of(ROOT.writePem(directory.resolve("root.pem"))), insecure));
    }

    private static int port(ScriptedReceiver receiver) {
        return URI.create(receiver.url()).getPort();
    }

    @Test
    void aCertificateInTheWayIsWhatFailsAndTheRestIsInconclusive() throws Exception {
        Identity own = Issuing.of("own").dns("localhost").issue();
        try (ScriptedReceiver receiver = ScriptedReceiver.correct();
                TlsFront front = TlsFront.to(port(receiver), Secured.jdk(own))) {
            Report report = Runs.some(settings(front.port(), false).build(), "tls/*", "signature/missing");
            String text = TextReport.render(report, false);

            assertThat(Runs.ids(report, Outcome.FAILED)).containsExactly("tls/chain-trusted");
            assertThat(Runs.ids(report, Outcome.INCONCLUSIVE))
                    .containsExactlyInAnyOrder("tls/1.2", "tls/1.3", "signature/missing");
            assertThat(Runs.result(report, "tls/1.2").reason())
                    .contains("the server speaks TLS 1.2, but no delivery was sent");
            assertThat(report.conclusion()).isEqualTo(Conclusion.FAILED);
            assertThat(text)
                    .contains("No delivery was answered, so nothing but TLS itself was judged.")
                    .contains("it is self-signed")
                    .contains("FAILED: The receiver breaks the contract in 1 scenario");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void insecureRunsTheRestAndSaysThatTheCertificateIsJudgedAllTheSame() throws Exception {
        Identity own = Issuing.of("own").dns("localhost").issue();
        try (ScriptedReceiver receiver = ScriptedReceiver.correct();
                TlsFront front = TlsFront.to(port(receiver), Secured.jdk(own))) {
            Report report = Runs.some(settings(front.port(), true).build(), "tls/*", "signature/missing");

            assertThat(Runs.ids(report, Outcome.FAILED)).containsExactly("tls/chain-trusted");
            assertThat(Runs.facts(Runs.result(report, "tls/chain-trusted"))).contains("insecure: every certificate");
            assertThat(Runs.outcome(report, "signature/missing")).isEqualTo(Outcome.PASSED);
            assertThat(report.unreachable()).isEmpty();
        }
    }

    @Test
    void aReceiverThatRejectsEverythingSaysNothingAboutDeliveriesButItsTlsIsJudged() throws Exception {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> Reply.UNAUTHORIZED);
                TlsFront front = TlsFront.alsoPlain(port(receiver), Secured.jdk(GOOD))) {
            Report report = Runs.some(settings(front.port(), false).build(), "tls/*");

            assertThat(Runs.ids(report, Outcome.INCONCLUSIVE))
                    .containsExactlyInAnyOrder("tls/1.2", "tls/1.3", "tls/plain-http-refused");
            assertThat(report.count(Outcome.PASSED)).isEqualTo(8);
        }
    }

    @Test
    void nobodyThereAndNoTlsProveNothing() throws Exception {
        try (ScriptedReceiver plain = ScriptedReceiver.correct();
                ClosedPort nobody = new ClosedPort()) {
            int closed = nobody.number();
            for (int port : List.of(closed, port(plain))) {
                Report report = Runs.some(settings(port, false).build(), "tls/*");

                assertThat(report.count(Outcome.PASSED) + report.count(Outcome.WARNED))
                        .as("port %s", port)
                        .isLessThanOrEqualTo(port == closed ? 0 : 1);
                assertThat(Runs.outcome(report, "tls/1.0-refused")).isEqualTo(Outcome.INCONCLUSIVE);
                assertThat(Runs.outcome(report, "tls/chain-trusted")).isEqualTo(Outcome.INCONCLUSIVE);
            }
        }
    }

    @Test
    void anHttpUrlHasNoTlsToJudge() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "tls/*", "acceptance/http-2");

            assertThat(report.results())
                    .hasSize(12)
                    .allMatch(r -> r.reason().equals("there is no TLS to judge: the endpoint's URL is http"));
            assertThat(TextReport.render(report, false)).containsOnlyOnce("there is no TLS to judge");
            assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        }
    }

    @Test
    void aRedirectionOfPlainHttpIsNoRedirectionOfDeliveries() throws Exception {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct();
                ScriptedReceiver redirecting =
                        ScriptedReceiver.start(r -> new Reply(301, Map.of("Location", "https://localhost/"), ""));
                TlsFront front = TlsFront.plainElsewhere(port(receiver), port(redirecting), Secured.jdk(GOOD))) {
            Report report = Runs.some(settings(front.port(), false).build(), "tls/*", "http/no-redirect");

            assertThat(Runs.outcome(report, "tls/plain-http-refused")).isEqualTo(Outcome.PASSED);
            assertThat(report.results()).allMatch(r -> r.outcome() == Outcome.PASSED);
        }
    }
}
