package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.diagnosis.Search;
import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.run.ScriptedReceiver.Request;
import io.statuspulse.conformance.run.ScriptedReceiver.Script;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Report;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that refuses what is right is told by what it accepts instead. */
class SearchTest {
    private static final byte[] KEY = Runs.SECRET.getBytes(StandardCharsets.UTF_8);

    static Set<String> receivers() {
        return Mistaken.all().keySet();
    }

    static Set<String> receiversWrongTwice() {
        return Mistaken.twice().keySet();
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void schemeIsFound(String name) {
        assertFound(Mistaken.all().get(name), "expects-" + name);
    }

    @ParameterizedTest
    @MethodSource("receiversWrongTwice")
    void twoDeparturesAtOnceAreFound(String name) {
        assertFound(Mistaken.twice().get(name), "expects-" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Signature, X-StatusPulse-Timestamp",
        "Stripe-Signature, X-StatusPulse-Timestamp",
        "X-StatusPulse-Signature, X-Timestamp",
        "X-Webhook-Signature, X-Webhook-Timestamp"
    })
    void otherHeaderNamesAreFound(String signature, String timestamp) {
        Finding finding = assertFound(
                r -> Mistaken.answer(r.header(signature)
                        .equals(Mistaken.hexMac("HmacSHA256", KEY, r.header(timestamp) + "." + r.body()))),
                "expects-other-headers");

        for (String name : List.of(signature, timestamp)) {
            assertThat(finding.finding().contains(name)).isEqualTo(!name.contains("StatusPulse"));
        }
    }

    @Test
    void otherHeaderAndOtherFormAreFoundTogether() {
        Finding finding = assertFound(
                r -> Mistaken.answer(r.header("X-Hub-Signature-256")
                        .equals("sha256=" + Mistaken.hexMac("HmacSHA256", KEY, r.body()))),
                "expects-body-only-and-sha256-prefix-and-other-headers");

        assertThat(finding.finding())
                .isEqualTo(
                        "The receiver refuses what is signed correctly; it seems to compute the MAC of the body alone, and"
                                + " to want sha256= before the signature, and to read the signature from X-Hub-Signature-256.");
        assertThat(finding.evidence()).contains("X-Hub-Signature-256: sha256=").contains("nobody issued");
    }

    @Test
    void claimIsProvenTwiceAndCounterChecked() {
        Map<String, String> accepted = new ConcurrentHashMap<>();
        AtomicInteger forgedAfterwards = new AtomicInteger();
        assertFound(
                r -> {
                    boolean takes = r.header(Mistaken.SIGNATURE).equals(Mistaken.hexMac("HmacSHA256", KEY, r.body()));
                    if (takes) {
                        accepted.put(r.eventId(), r.body());
                    } else if (!accepted.isEmpty()) {
                        forgedAfterwards.incrementAndGet();
                    }
                    return Mistaken.answer(takes);
                },
                "expects-body-only");

        assertThat(accepted).hasSizeGreaterThanOrEqualTo(2);
        assertThat(forgedAfterwards).hasPositiveValue();
    }

    @Test
    void receiverThatAsksForAFormOnlyIsNotSaidToVerify() {
        assertFound(
                r -> Mistaken.answer(r.header(Mistaken.SIGNATURE).startsWith("sha256=")),
                "accepts-any-signature-of-a-form");
    }

    @Test
    void receiverThatRefusesWhatIsSignedAtAllIsTold() {
        assertFound(
                r -> Mistaken.answer(r.exchange().getRequestHeaders().get(Mistaken.SIGNATURE) == null),
                "accepts-unsigned-only");
    }

    @Test
    void receiverThatRefusesAtRandomIsTold() {
        AtomicInteger number = new AtomicInteger();
        assertFound(r -> number.getAndIncrement() == 0 ? Reply.UNAUTHORIZED : r.correctly(), "refuses-at-random");
    }

    @ParameterizedTest
    @ValueSource(ints = {-12, -5, 1, 2, 14})
    void timestampsTakenForLocalTimeAreFound(int hours) {
        assertFound(
                r -> Mistaken.answer(r.header(Mistaken.SIGNATURE).equals(Mistaken.right(r))
                        && Math.abs(seconds(r) - Instant.now().getEpochSecond() - hours * 3600L) <= 300),
                "takes-local-time");
    }

    @Test
    void skewedClockIsFoundByItsDate() {
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-17));
        try (BuiltInReceiver receiver =
                BuiltInReceiver.start(ReceiverSettings.of(Runs.SECRET).withClock(late))) {
            Report report = Runs.some(Runs.settings(receiver.url().toString()).build(), "acceptance/status-change");

            assertThat(report.diagnosis())
                    .extracting(Finding::id)
                    .containsExactly("judges-by-a-skewed-clock", "clock-skewed");
        }
    }

    @Test
    void nothingIsClaimedOfAReceiverThatAcceptsNothing() {
        AtomicInteger number = new AtomicInteger();
        Report report = run(r -> {
            number.incrementAndGet();
            return Reply.UNAUTHORIZED;
        });

        assertThat(report.diagnosis()).extracting(Finding::id).containsExactly("valid-refused");
        assertThat(report.diagnosis().get(0).explains()).contains("acceptance/status-change");
        assertThat(number).hasValueLessThanOrEqualTo(Search.MOST_DELIVERIES + 10);
    }

    @Test
    void nothingIsClaimedOfWhatWasAcceptedOnce() {
        AtomicInteger number = new AtomicInteger();
        Report report = run(r -> number.incrementAndGet() == 100 ? Reply.OK : Reply.UNAUTHORIZED);

        assertThat(report.diagnosis()).extracting(Finding::id).containsExactly("valid-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "404, '', '', nothing-at-this-path",
        "405, '', '', refuses-post",
        "413, '', '', refuses-small-bodies",
        "415, '', '', refuses-json",
        "502, '', '', nothing-behind-the-gateway",
        "301, /elsewhere, '', redirects-deliveries",
        "302, https://sso.example.com/login?next=x, '', asks-for-a-login",
        "200, '', '<html><form><input type=\"password\"></form>', asks-for-a-login",
        "403, '', '<html><h1>403 Forbidden</h1><hr>nginx</html>', gateway-refuses"
    })
    void whatStandsInTheWayIsNamedAndNotSearched(int status, String location, String body, String finding) {
        AtomicInteger number = new AtomicInteger();
        Report report = run(r -> {
            number.incrementAndGet();
            return new Reply(status, location.isEmpty() ? Map.of() : Map.of("Location", location), body);
        });

        assertThat(report.diagnosis()).extracting(Finding::id).containsExactly(finding);
        assertThat(number).hasValueLessThan(10);
    }

    private static long seconds(Request request) {
        String text = Mistaken.timestamp(request);
        return text.matches("[0-9]{1,12}") ? Long.parseLong(text) : 0;
    }

    private static Finding assertFound(Script script, String id) {
        Report report = run(script);
        assertThat(report.diagnosis()).extracting(Finding::id).containsExactly(id);
        return report.diagnosis().get(0);
    }

    private static Report run(Script script) {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(script)) {
            return Runs.some(Runs.settings(receiver.url()).build(), "acceptance/status-change");
        }
    }
}
