package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.waiver.KnownFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What is known to fail is aborted while it fails, and fails when that is over. */
class KnownFailureTest {
    private static final String DEFECT = "missing-header-skips-verification";

    @TempDir
    Path directory;

    @Test
    void what_is_known_to_fail_is_aborted_with_its_reason() {
        TestExecutionResult result = only(Bench.runAgainst(DEFECT, Waived.One.class, "signature_missing"));

        assertThat(result.getStatus()).isEqualTo(Status.ABORTED);
        assertThat(thrown(result)).isInstanceOf(TestAbortedException.class);
        assertThat(thrown(result).getMessage().lines())
                .startsWith(
                        "WAIVED signature/missing (MUST, REQ-SIG-2): a delivery with no signature header is rejected")
                .contains(
                        "  actual       200 OK (\"{\"status\":\"ok\"}\")",
                        "  waived       the gateway signs",
                        "  entry        signature/missing (entry 1 of @KnownFailure on " + Waived.One.class.getName()
                                + ")",
                        "  link         " + Waived.LINK,
                        "  until        2999-12-31");
    }

    @Test
    void several_may_be_known_and_a_subclass_inherits_them() {
        Events two = Bench.runAgainst(DEFECT, Waived.Two.class).testEvents();
        Events inherited = Bench.runAgainst(DEFECT, Waived.Inherits.class, "signature_missing")
                .testEvents();

        assertThat(two.aborted().count() + two.failed().count()).isEqualTo(2);
        assertThat(two.aborted().count()).isPositive();
        assertThat(inherited.aborted().count()).isEqualTo(1);
    }

    @Test
    void what_passes_although_it_is_known_to_fail_says_which_entry_to_take_out() {
        try (BuiltInReceiver server = Bench.correct()) {
            TestExecutionResult result = only(Bench.run(
                    ReceiverUnderTest.at(server.url()).secret(Bench.SECRET), Waived.One.class, "signature_missing"));

            assertThat(result.getStatus()).isEqualTo(Status.FAILED);
            assertThat(thrown(result))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("STALE-WAIVER signature/missing")
                    .hasMessageContaining("the scenario passed: take signature/missing (entry 1 of @KnownFailure on "
                            + Waived.One.class.getName() + ") out");
        }
    }

    @Test
    void what_has_expired_fails_again() {
        TestExecutionResult result = only(Bench.runAgainst(DEFECT, Waived.Expired.class, "signature_missing"));

        assertThat(result.getStatus()).isEqualTo(Status.FAILED);
        assertThat(thrown(result))
                .hasMessageContaining("FAILED signature/missing")
                .hasMessageContaining("it expired on 2020-01-31");
    }

    @Test
    void a_glob_of_which_nothing_fails_any_more_fails_the_class() {
        try (BuiltInReceiver server = Bench.correct()) {
            ReceiverUnderTest under =
                    ReceiverUnderTest.at(server.url()).secret(Bench.SECRET).retiredSecret(Bench.RETIRED);

            EngineExecutionResults whole = Bench.run(under, Waived.Glob.class);
            EngineExecutionResults part = Bench.run(
                    under, Map.of("statuspulse.report.dir", directory.toString()), Waived.Glob.class, "secret_empty");

            assertThat(whole.testEvents().failed().count()).isZero();
            assertThat(messages(whole.containerEvents()))
                    .singleElement()
                    .asString()
                    .contains("nothing that it names failed: take secret/* (entry 1 of @KnownFailure on");
            assertThat(part.allEvents().failed().count()).isZero();
        }
    }

    @Test
    void they_may_be_in_a_file_or_on_the_receiver() throws IOException {
        Path file = directory.resolve("known.yaml");
        Files.writeString(file, "knownFailures:\n  - scenario: signature/missing\n    reason: the gateway signs\n");

        assertThat(abortedBy(under -> under.knownFailures(file)))
                .hasMessageContaining("signature/missing (line 2 of " + file + ")");
        assertThat(abortedBy(under -> under.knownFailures(KnownFailures.of(List.of(
                        io.statuspulse.conformance.waiver.KnownFailure.of("signature/missing", "the gateway signs"))))))
                .hasMessageContaining("entry 1 of the known failures");
    }

    @Test
    void a_file_that_is_none_is_refused_where_it_is_named() throws IOException {
        ReceiverUnderTest under = ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET);
        Path file =
                Files.writeString(directory.resolve("known.yaml"), "knownFailures:\n  - scenario: signature/missing\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> under.knownFailures(file))
                .withMessageContaining("known.yaml")
                .withMessageContaining("reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> under.knownFailures(Path.of("no-such-file.yaml")))
                .withMessageContaining("no-such-file.yaml' cannot be read (NoSuchFileException)");
    }

    @Test
    void what_makes_no_sense_fails_before_the_tests() {
        assertFailsWhole(
                Waived.Misspelt.class,
                "entry 1 of @KnownFailure on",
                "'signatur/missing' matches no scenario",
                "nearest: signature/missing");
        assertFailsWhole(Waived.WithoutReason.class, "'signature/missing' has no reason");
        assertFailsWhole(Waived.NoDate.class, "expires 'soon' is no date, expected e.g. 2030-01-31");
        assertFailsWhole(Waived.NoLink.class, "link 'tracker/42' is no http or https URL");
    }

    @Test
    void an_unknown_one_on_the_receiver_fails_every_test() {
        Events events = Bench.run(
                        ReceiverUnderTest.at("http://127.0.0.1:9")
                                .secret(Bench.SECRET)
                                .knownFailures(
                                        KnownFailures.of(List.of(io.statuspulse.conformance.waiver.KnownFailure.of(
                                                "signatur/missing", "misspelt")))),
                        Samples.OneArea.class)
                .testEvents();

        assertThat(events.succeeded().count()).isZero();
        assertThat(messages(events)).isNotEmpty().allMatch(message -> message.contains("nearest: signature/missing"));
    }

    @Test
    void a_nested_class_that_shares_a_receiver_has_none_of_its_own() {
        try (BuiltInReceiver server = Bench.correct()) {
            Events events = Bench.run(ReceiverUnderTest.at(server.url()).secret(Bench.SECRET), Waived.OnNested.class)
                    .testEvents();

            assertThat(messages(events)).isNotEmpty().allMatch(message -> message.contains("write it on OnNested"));
        }
    }

    private static Throwable abortedBy(UnaryOperator<ReceiverUnderTest> change) {
        try (BuiltInReceiver server = Bench.withDefect(DEFECT)) {
            TestExecutionResult result = only(Bench.run(
                    change.apply(ReceiverUnderTest.at(server.url()).secret(Bench.SECRET)),
                    Samples.Whole.class,
                    "signature_missing"));
            assertThat(result.getStatus()).isEqualTo(Status.ABORTED);
            return thrown(result);
        }
    }

    private static void assertFailsWhole(Class<?> sample, String... words) {
        EngineExecutionResults results =
                Bench.run(ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET), sample, "signature_missing");

        assertThat(results.testEvents().started().count()).isZero();
        assertThat(thrown(
                        results.containerEvents().failed().list().get(0).getRequiredPayload(TestExecutionResult.class)))
                .isInstanceOf(ExtensionConfigurationException.class)
                .message()
                .contains(words);
    }

    private static List<String> messages(Events events) {
        return events.failed().list().stream()
                .map(event -> thrown(event.getRequiredPayload(TestExecutionResult.class))
                        .getMessage())
                .toList();
    }

    private static TestExecutionResult only(EngineExecutionResults results) {
        List<Event> finished = results.testEvents().finished().list();
        assertThat(finished).hasSize(1);
        return finished.get(0).getRequiredPayload(TestExecutionResult.class);
    }

    private static Throwable thrown(TestExecutionResult result) {
        Optional<Throwable> thrown = result.getThrowable();
        assertThat(thrown).isPresent();
        return thrown.get();
    }
}
