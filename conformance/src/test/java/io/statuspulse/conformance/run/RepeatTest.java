package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.run.ScriptedReceiver.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run can be repeated to the byte. */
@Timeout(60)
class RepeatTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-08-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.fixed(Instant.parse("2026-08-01T12:00:01Z"), ZoneOffset.UTC);
    private static final String[] SELECTED = {"signature/*", "tampering", "idempotency", "raw-body"};

    @Test
    void sameSeedAndClockSendTheSameBytes() {
        List<String> first = sent(1, NOON, 8);

        assertThat(first).hasSizeGreaterThan(200).isEqualTo(sent(1, NOON, 8)).isEqualTo(sent(1, NOON, 1));
    }

    @Test
    void anotherSeedSendsOtherBytes() {
        assertThat(sent(1, NOON, 8)).doesNotContainAnyElementsOf(sent(2, NOON, 8));
    }

    @Test
    void anotherMomentSendsOtherEvents() {
        assertThat(sent(1, NOON, 8)).doesNotContainAnyElementsOf(sent(1, LATER, 8));
    }

    @Test
    void everyEventHasAnIdOfItsOwnAndACheckThatNamesTheKit() {
        try (ScriptedReceiver receiver = ScriptedReceiver.correct()) {
            Runs.all(Runs.settings(receiver.url()).build());

            assertThat(receiver.requests())
                    .filteredOn(r -> r.body().contains("\"check_id\":\"chk"))
                    .hasSizeGreaterThan(400)
                    .filteredOn(r -> !r.body().contains("\"check_id\":\"chk_kit_"))
                    .isEmpty();
            assertThat(receiver.requests().stream()
                            .filter(r -> r.isFor("acceptance/concurrent"))
                            .map(Request::eventId))
                    .hasSize(32)
                    .doesNotHaveDuplicates();
        }
    }

    /** What arrives, sorted: the order of arrival is not promised. The connection and its port are left out. */
    private static List<String> sent(long seed, Clock clock, int jobs) {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> Reply.OK)) {
            Runs.some(
                    Runs.settings(receiver.url())
                            .seed(seed)
                            .clock(clock)
                            .jobs(jobs)
                            .build(),
                    SELECTED);
            return receiver.requests().stream()
                    // Its body is the guide's in every run.
                    .filter(r -> !r.isFor("acceptance/guide-example"))
                    .filter(r -> !r.eventId().isEmpty())
                    .map(r -> r.exchange().getRequestURI()
                            + " " + r.exchange().getRequestHeaders().getOrDefault("X-StatusPulse-Timestamp", List.of())
                            + " " + r.exchange().getRequestHeaders().getOrDefault("X-StatusPulse-Signature", List.of())
                            + " " + r.header("User-Agent") + " " + r.header("Content-Type") + " " + r.body())
                    .sorted()
                    .toList();
        }
    }
}
