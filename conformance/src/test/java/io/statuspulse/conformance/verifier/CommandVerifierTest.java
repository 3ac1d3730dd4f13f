package io.statuspulse.conformance.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verifier.VerifierRun.Judged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifiers that are processes, and behave in every way that processes do. */
@Timeout(120)
class CommandVerifierTest {
    /** Generous where nothing hangs on purpose: a test must not fail because the machine is busy. */
    private static final Limits PATIENT = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60));

    private static final Limits BRIEF = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(2));

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"answer", "keep", "keep-all", "reverse", "start-slowly", "swear"})
    void howAnswersComeIsNoMatter(String manner) {
        Report report = judge(Made.alternating(300), PATIENT, manner).report();
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.count(Outcome.PASSED)).isEqualTo(300);
        assertThat(report.diagnosis()).isEmpty();
    }

    @Test
    void moreThanPipesAndWindowsHoldGoThrough() {
        Report report = judge(Made.alternating(5 * Conversation.WINDOW), PATIENT, "keep", "swear")
                .report();
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.count(Outcome.PASSED)).isEqualTo(5 * Conversation.WINDOW);
    }

    @Test
    void whoReadsEverythingBeforeItAnswersIsAskedLessAtOnce() {
        Limits brief = new Limits(Duration.ofSeconds(4), Duration.ofSeconds(4));
        Report report = judge(Made.alternating(Conversation.WINDOW + 500), brief, "read-all")
                .report();
        assertThat(report.count(Outcome.PASSED)).isEqualTo(Conversation.WINDOW + 500);
        assertThat(report.diagnosis()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("verifier-stops-among-others");
            assertThat(finding.evidence())
                    .isEqualTo("1 time; the first: no answer within 4 s, with control/plain the first that was open");
        });
    }

    @Test
    void slowStartsAreNotTheFirstVectorsFault() {
        Limits limits = new Limits(Duration.ofSeconds(60), Duration.ofMillis(700));
        assertThat(judge(Made.alternating(2), limits, "start-slowly").report().conclusion())
                .isEqualTo(Conclusion.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "keep", "keep-all", "reverse"})
    void whatItDiesOfIsBlamedHoweverAnswersCome(String manner) {
        Report report = judge(Made.alternating(60), PATIENT, manner, "die-at=signature/wrong.41")
                .report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly("signature/wrong.41");
        assertThat(report.count(Outcome.PASSED)).isEqualTo(59);
        assertThat(facts(report, "signature/wrong.41"))
                .contains(
                        new Fact("actual", "the process ended with 139"),
                        new Fact("stderr", "fatal: signature/wrong.41"));
        assertThat(report.diagnosis()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("verifier-breaks-wrong-mac");
            assertThat(finding.explains()).containsExactly("signature/wrong.41");
            assertThat(finding.evidence()).startsWith("1 of 30 vectors");
        });
    }

    @Test
    void familiesThatItDiesOfAreBlamedOneByOne() {
        Report report = judge(Made.alternating(120), PATIENT, "die-at=signature/wrong.10*")
                .report();
        assertThat(ids(report, Outcome.FAILED))
                .containsExactly(
                        "signature/wrong.101",
                        "signature/wrong.103",
                        "signature/wrong.105",
                        "signature/wrong.107",
                        "signature/wrong.109");
        assertThat(report.count(Outcome.PASSED)).isEqualTo(115);
    }

    @Test
    void whatDiesOfItsNumberOfRequestsIsNoVectorsFault() {
        Report report = judge(Made.alternating(1200), PATIENT, "tire").report();
        assertThat(report.count(Outcome.PASSED)).isEqualTo(1200);
        assertThat(report.diagnosis()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("verifier-stops-among-others");
            assertThat(finding.evidence()).contains("the process ended with 139");
        });
    }

    @Test
    void whatItHangsOnIsBlamedAndAllOfItIsEnded() throws Exception {
        Path pid = directory.resolve("pid");
        Report report = judge(Made.alternating(300), BRIEF, "hang-at=body/genuine.100", "child=" + pid)
                .report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly("body/genuine.100");
        assertThat(facts(report, "body/genuine.100"))
                .anySatisfy(fact -> assertThat(fact.value()).matches("no answer within [0-9]+ ms"));
        assertThat(report.count(Outcome.PASSED)).isEqualTo(299);
        long child = Long.parseLong(Files.readString(pid));
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void whoHangsOnEverythingIsGivenUp() {
        Limits brief = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(1));
        Report report = judge(Made.alternating(30), brief, "hang-at=signature/*", "hang-at=body/*")
                .report();
        assertThat(report.count(Outcome.FAILED)).isEqualTo(3);
        assertThat(report.count(Outcome.INCONCLUSIVE)).isEqualTo(27);
        assertThat(report.with(Outcome.INCONCLUSIVE))
                .allSatisfy(result -> assertThat(result.reason())
                        .isEqualTo("the verifier gave no answer in time to 3 requests in a row"));
        assertThat(report.conclusion()).isEqualTo(Conclusion.FAILED);
    }

    @Test
    void oneThatClosesItsOutputIsNoLongerAsked() {
        Report report =
                judge(Made.alternating(30), PATIENT, "close-at=body/genuine.10").report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly("body/genuine.10");
        assertThat(facts(report, "body/genuine.10")).contains(new Fact("actual", "the process closed its output"));
    }

    @Test
    void endlessOutputIsCutOff() {
        Report report = judge(Made.alternating(30), PATIENT, "babble-at=body/genuine.10")
                .report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly("body/genuine.10");
        assertThat(facts(report, "body/genuine.10"))
                .anySatisfy(fact -> assertThat(fact.value()).startsWith("it printed 1024 KiB, and no answer"));
    }

    @Test
    void linesThatAreNoAnswersArePassedOverAndToldOfOnce() {
        Report report = judge(Made.alternating(30), PATIENT, "greet", "chat=*").report();
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.diagnosis()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("verifier-prints-more-than-answers");
            assertThat(finding.evidence())
                    .matches("[0-9]+ lines; the first: 'Listening\\\\x1b\\[31m to you', which is no JSON");
        });
    }

    @Test
    void whatIsPrintedInPlaceOfAnAnswerIsShown() {
        Report report =
                judge(Made.alternating(30), PATIENT, "garble=body/genuine.10").report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly("body/genuine.10");
        assertThat(facts(report, "body/genuine.10"))
                .contains(new Fact(
                        "actual",
                        "the process ended with 0; it printed 'oops\\x07 body/genuine.10', which is no JSON"));
    }

    @Test
    void answersThatAreTooLongAreNone() {
        Report report =
                judge(Made.alternating(30), PATIENT, "say-much=body/genuine.10").report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly("body/genuine.10");
        assertThat(facts(report, "body/genuine.10"))
                .anySatisfy(fact -> assertThat(fact.value()).endsWith("which is longer than 64 KiB"));
    }

    @Test
    void answersToWhatWasNotAskedAreNone() {
        Report report =
                judge(Made.alternating(30), PATIENT, "rename=body/genuine.10").report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly("body/genuine.10");
        assertThat(findings(report)).contains("verifier-answers-unasked");
    }

    @Test
    void silenceOnOneVectorIsThatVectorsFailure() {
        Report report =
                judge(Made.alternating(30), PATIENT, "mute=body/genuine.10").report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly("body/genuine.10");
        assertThat(facts(report, "body/genuine.10")).contains(new Fact("actual", "the process ended with 0"));
    }

    @Test
    void theSameAnswerTwiceIsToldOf() {
        Report report =
                judge(Made.alternating(30), PATIENT, "twice=body/genuine.10").report();
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(findings(report)).containsExactly("verifier-answers-twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"body/genuine.10", "signature/wrong.29"}) // The last one, too.
    void twoAnswersThatDifferAreAFailure(String id) {
        Report report = judge(Made.alternating(30), PATIENT, "contradict=" + id).report();
        assertThat(ids(report, Outcome.FAILED)).containsExactly(id);
        assertThat(facts(report, id))
                .anySatisfy(fact -> assertThat(fact.value()).startsWith("two answers: "));
    }

    @Test
    void whoDiesAtOnceIsUnusable() {
        Judged judged = judge(Made.alternating(30), PATIENT, "die");
        assertThat(judged.unusable())
                .hasValueSatisfying(why ->
                        assertThat(why).endsWith("gave no answer to a genuine delivery: the process ended with 1"));
        assertThat(judged.errors()).isEqualTo("cannot find module\n\\x1b[31mgoodbye");
        assertThat(judged.report().conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(judged.report().count(Outcome.INCONCLUSIVE)).isEqualTo(30);
    }

    @Test
    void whoNeverAnswersIsUnusable() {
        Limits brief = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(1));
        Judged judged = judge(Made.alternating(30), brief, "hang-at=*");
        assertThat(judged.unusable()).hasValueSatisfying(why -> assertThat(why).endsWith("no answer within 2 s"));
    }

    @Test
    void commandsThatThereAreNotAreWrong() {
        VerifierRun run = VerifierRun.of("/nonexistent/verify --fast", PATIENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.judge(Made.alternating(2), "all", RunListener.SILENT))
                .withMessageStartingWith("command: '/nonexistent/verify --fast' cannot be run (")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void anInterruptEndsTheRunWithWhatThereIs() {
        CompletableFuture<Judged> judged = new CompletableFuture<>();
        Thread thread =
                new Thread(() -> judged.complete(judge(Made.alternating(10), PATIENT, "hang-at=body/genuine.4")));
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        thread.interrupt();
        Report report = judged.join().report();
        assertThat(report.interrupted()).isPresent();
        assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
    }

    private static Judged judge(Vectors vectors, Limits limits, String... manners) {
        return VerifierRun.of(Child.command(manners), limits).judge(vectors, "all", RunListener.SILENT);
    }

    private static List<String> ids(Report report, Outcome outcome) {
        return report.with(outcome).stream()
                .map(result -> result.scenario().id())
                .toList();
    }

    private static List<String> findings(Report report) {
        return report.diagnosis().stream().map(Finding::id).toList();
    }

    private static List<Fact> facts(Report report, String id) {
        return report.results().stream()
                .filter(result -> result.scenario().id().equals(id))
                .flatMap(result -> result.facts().stream())
                .toList();
    }
}
