package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.test;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.junit.Samples.Whole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What each outcome of a scenario is in JUnit's terms. */
class OutcomesTest {

    @Test
    void a_scenario_that_passes_is_a_test_that_passes() {
        try (BuiltInReceiver server = Bench.correct()) {
            EngineExecutionResults results = Bench.run(
                    ReceiverUnderTest.at(server.url()).secret(Bench.SECRET).effects(server::effects),
                    Whole.class,
                    "signature_missing");

            results.testEvents().assertThatEvents().haveExactly(1, event(test(), finishedSuccessfully()));
            assertThat(results.testEvents().finished().count()).isEqualTo(1);
        }
    }

    @Test
    void a_failed_must_fails_and_reads_like_the_command() {
        TestExecutionResult result =
                onlyResult(Bench.runAgainst("missing-header-skips-verification", Whole.class, "signature_missing"));

        assertThat(result.getStatus()).isEqualTo(Status.FAILED);
        assertThat(thrown(result)).isInstanceOf(AssertionFailedError.class);
        Scenario scenario = Suite.find("signature/missing").orElseThrow();
        String rejections = rejections(thrown(result).getMessage());
        assertThat(rejections).startsWith("400, 401, 403");
        List<String> lines = thrown(result).getMessage().lines().toList();
        assertThat(lines.get(lines.size() - 1))
                .startsWith("  report       ")
                .endsWith(
                        Path.of("statuspulse", Whole.class.getName() + ".json").toString());
        assertThat(lines.subList(0, lines.size() - 1))
                .containsExactly(
                        "FAILED signature/missing (MUST, REQ-SIG-2): a delivery with no signature header is rejected",
                        "  expected     a rejection (" + rejections + ") and no effect",
                        "  edit         DropHeader[signature]",
                        "  actual       200 OK (\"{\"status\":\"ok\"}\")",
                        "  requirement  " + scenario.requirement().words(),
                        "  why          " + scenario.why(),
                        "  mend (Java)  " + scenario.mend().java(),
                        "  explain      statuspulse explain signature/missing");
    }

    @Test
    void a_failure_tells_tools_what_was_expected_and_what_came() {
        TestExecutionResult result =
                onlyResult(Bench.runAgainst("missing-header-skips-verification", Whole.class, "signature_missing"));

        assertThat(thrown(result))
                .asInstanceOf(InstanceOfAssertFactories.type(AssertionFailedError.class))
                .satisfies(error -> {
                    assertThat(error.getExpected().getStringRepresentation()).startsWith("a rejection");
                    assertThat(error.getActual().getStringRepresentation()).startsWith("200 OK");
                });
    }

    @Test
    void a_failure_shows_only_the_frames_of_the_test() {
        TestExecutionResult result =
                onlyResult(Bench.runAgainst("missing-header-skips-verification", Whole.class, "signature_missing"));

        assertThat(thrown(result).getStackTrace())
                .extracting(frame -> frame.getClassName() + "." + frame.getMethodName())
                .containsExactly(SignatureConformance.class.getName() + ".signature_missing");
    }

    @Test
    void a_receiver_that_tells_what_it_expected_is_not_quoted() {
        TestExecutionResult result =
                onlyResult(Bench.runAgainst("leaks-expected-signature", Whole.class, "signature_not_revealed"));

        assertThat(result.getStatus()).isEqualTo(Status.FAILED);
        assertThat(thrown(result).getMessage())
                .contains("holds the expected signature")
                .doesNotContainPattern("expected signature [0-9a-fA-F]{9}");
    }

    @Test
    void a_failed_should_is_aborted_with_its_finding() {
        TestExecutionResult result =
                onlyResult(Bench.runAgainst("rejects-unknown-statuses", Whole.class, "schema_unknown_status"));

        assertThat(result.getStatus()).isEqualTo(Status.ABORTED);
        assertThat(thrown(result))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("WARNED schema/unknown-status (SHOULD, REQ-PAY-6)")
                .hasMessageContaining("actual       4");
    }

    @Test
    void a_failed_should_fails_where_strict() {
        try (BuiltInReceiver server = Bench.withDefect("rejects-unknown-statuses")) {
            TestExecutionResult result = onlyResult(Bench.run(
                    ReceiverUnderTest.at(server.url()).secret(Bench.SECRET).strict(),
                    Whole.class,
                    "schema_unknown_status"));

            assertThat(result.getStatus()).isEqualTo(Status.FAILED);
            assertThat(thrown(result)).hasMessageContaining("FAILED schema/unknown-status");
        }
    }

    @Test
    void a_rejection_whose_control_is_rejected_fails_as_inconclusive() {
        try (BuiltInReceiver server = Bench.correct()) {
            TestExecutionResult result = onlyResult(Bench.run(
                    ReceiverUnderTest.at(server.url()).secret("whsec_not_the_receivers_own"),
                    Whole.class,
                    "signature_missing"));

            assertThat(result.getStatus()).isEqualTo(Status.FAILED);
            assertThat(thrown(result))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("INCONCLUSIVE signature/missing")
                    .hasMessageContaining("was not accepted: 401")
                    .hasMessageContaining("Check the URL and the secret first");
        }
    }

    @Test
    void a_scenario_that_does_not_apply_is_aborted_with_its_reason() {
        TestExecutionResult result =
                onlyResult(Bench.runAgainst("no-drift-check", Whole.class, "rotation_previous_in_overlap"));

        assertThat(result.getStatus()).isEqualTo(Status.ABORTED);
        assertThat(thrown(result))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("NOT-APPLICABLE rotation/previous-in-overlap")
                .hasMessageContaining("previous secret");
    }

    @Test
    void what_is_observed_is_published() {
        try (BuiltInReceiver server = Bench.correct()) {
            EngineExecutionResults results = Bench.run(
                    ReceiverUnderTest.at(server.url()).secret(Bench.SECRET), Whole.class, "timestamp_plus_sign");

            results.testEvents().assertThatEvents().haveExactly(1, event(test(), finishedSuccessfully()));
            assertThat(entries(results.testEvents().reportingEntryPublished().list().stream()
                            .map(e -> e.getRequiredPayload(ReportEntry.class))
                            .toList()))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.get("observed")).contains("401"));
        }
    }

    @Test
    void effects_that_nobody_reads_are_said_to_be_unseen() {
        try (BuiltInReceiver server = Bench.correct()) {
            EngineExecutionResults results = Bench.run(
                    ReceiverUnderTest.at(server.url()).secret(Bench.SECRET), Whole.class, "idempotency_retry");

            results.testEvents().assertThatEvents().haveExactly(1, event(test(), finishedSuccessfully()));
            assertThat(entries(results.allEvents().reportingEntryPublished().list().stream()
                            .map(e -> e.getRequiredPayload(ReportEntry.class))
                            .toList()))
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.get("effects")).startsWith("not observed"));
        }
    }

    @Test
    void effects_that_are_read_are_judged() {
        try (BuiltInReceiver server = Bench.withDefect("no-idempotency")) {
            TestExecutionResult result = onlyResult(Bench.run(
                    ReceiverUnderTest.at(server.url()).secret(Bench.SECRET).effects(server.effectsTemplate()),
                    Whole.class,
                    "idempotency_retry"));

            assertThat(thrown(result)).hasMessageContaining("was processed twice, expected once");
        }
    }

    @Test
    void a_probe_that_sees_nothing_fails_what_is_about_effects() {
        try (BuiltInReceiver server = Bench.correct()) {
            TestExecutionResult result = onlyResult(Bench.run(
                    ReceiverUnderTest.at(server.url())
                            .secret(Bench.SECRET)
                            .effects(eventId -> 0)
                            .effectsWithin(Duration.ofMillis(200)),
                    Whole.class,
                    "idempotency_retry"));

            assertThat(result.getStatus()).isEqualTo(Status.FAILED);
            assertThat(thrown(result)).hasMessageContaining("shows nothing even of a plain valid delivery");
        }
    }

    @Test
    void every_test_against_nobody_fails_with_the_one_reason() {
        int port = portOfNobody();

        EngineExecutionResults results = Bench.run(
                ReceiverUnderTest.at("http://127.0.0.1:" + port + "/webhook")
                        .secret(Bench.SECRET)
                        .timeout(Duration.ofSeconds(2)),
                Whole.class);

        List<String> reasons = results.testEvents().failed().list().stream()
                .map(e ->
                        thrown(e.getRequiredPayload(TestExecutionResult.class)).getMessage())
                .flatMap(message -> message.lines().filter(line -> line.startsWith("  reason ")))
                .distinct()
                .toList();
        assertThat(results.testEvents().succeeded().count()).isZero();
        assertThat(results.testEvents().failed().count())
                .isEqualTo(results.testEvents().finished().count())
                .isGreaterThan(140);
        assertThat(reasons).singleElement().asString().contains("127.0.0.1").contains("refused");
    }

    /** The statuses, to which a scenario may add some. */
    private static String rejections(String message) {
        return message.substring(
                message.indexOf("a rejection (") + "a rejection (".length(), message.indexOf(") and no effect"));
    }

    private static int portOfNobody() {
        BuiltInReceiver gone = Bench.correct();
        gone.close();
        return gone.port();
    }

    private static TestExecutionResult onlyResult(EngineExecutionResults results) {
        List<TestExecutionResult> finished = results.testEvents().finished().list().stream()
                .map(e -> e.getRequiredPayload(TestExecutionResult.class))
                .toList();
        assertThat(finished).hasSize(1);
        return finished.get(0);
    }

    private static Throwable thrown(TestExecutionResult result) {
        return result.getThrowable().orElseThrow();
    }

    private static List<Map<String, String>> entries(List<ReportEntry> published) {
        return published.stream().map(ReportEntry::getKeyValuePairs).toList();
    }
}
