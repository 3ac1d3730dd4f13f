package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run compared with an earlier one. */
class BaselineTest {
    private static ReceiverFixture correct;
    private static ReceiverFixture wrong;
    private static ReceiverFixture worse;

    @TempDir
    static Path directory;

    private static Path wasCorrect;
    private static Path wasWrong;

    @BeforeAll
    static void start() {
        correct = ReceiverFixture.correct();
        wrong = ReceiverFixture.with("no-drift-check");
        worse = ReceiverFixture.with("logs-instead-of-rejecting");
        wasCorrect = directory.resolve("correct.json");
        wasWrong = directory.resolve("wrong.json");
        test(correct, "--report", "json=" + wasCorrect);
        test(wrong, "--report", "json=" + wasWrong);
    }

    @AfterAll
    static void stop() {
        correct.close();
        wrong.close();
        worse.close();
    }

    private static Outcome test(ReceiverFixture receiver, String... more) {
        List<String> args =
                new ArrayList<>(List.of("test", receiver.url(), "--select=timestamp", "--select=signature/missing"));
        args.addAll(List.of(more));
        return command().run(args.toArray(String[]::new));
    }

    @Test
    void newFailuresAreToldAfterTheReport() {
        Outcome outcome = test(wrong, "--baseline", wasCorrect.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("\n\nCOMPARED with the run of ", "NEWLY FAILING ", "\nWORSE: ");
        assertThat(test(wrong, "--baseline", wasCorrect.toString(), "--only-regressions")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void whatFailedBeforeFailsOnlyWhereAllCounts() {
        Outcome outcome = test(wrong, "--baseline", wasWrong.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("STILL FAILING ", "NOT WORSE: ").doesNotContain("NEWLY");
        assertThat(test(wrong, "--baseline", wasWrong.toString(), "--only-regressions")
                        .exitCode())
                .isZero();
        assertThat(test(worse, "--baseline", wasWrong.toString(), "--only-regressions")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void whatIsMendedIsTold() {
        Outcome outcome = test(correct, "--baseline", wasWrong.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("NEWLY PASSING ", "NOT WORSE: ");
    }

    @Test
    void noDifferenceIsToldToo() {
        assertThat(test(correct, "--baseline", wasCorrect.toString()).out())
                .contains("NOT WORSE: nothing changed (compared");
    }

    @Test
    void runThatProvesNothingIsNotGreenWhateverFailedBefore() {
        String[] again = {
            "test", wrong.url(), "--select=timestamp/hour-old", "--baseline", wasWrong.toString(), "--only-regressions"
        };
        Outcome outcome = new Outcome.Invocation()
                .env("STATUSPULSE_SECRET", "whsec_of_somebody_else")
                .run(again);

        assertThat(outcome.out()).contains("NEWLY INCONCLUSIVE");
        assertThat(outcome.exitCode()).isEqualTo(3);
        again[1] = "http://127.0.0.1:1/hook";
        assertThat(command().run(again).exitCode()).isEqualTo(3);
    }

    @Test
    void shardIsComparedWithWhatTheBaselineHasOfIt() {
        Outcome outcome = test(correct, "--shard", "1/2", "--baseline", wasCorrect.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("nothing changed").doesNotContain("NO LONGER RUN");
    }

    @Test
    void baselineThatIsNoReportIsAUsageErrorBeforeAnythingIsSent() {
        Outcome none =
                test(correct, "--baseline", directory.resolve("none.json").toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .contains("--baseline: '", "none.json' cannot be read")
                .hasLineCount(1);
        Outcome alone = test(correct, "--only-regressions");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).isEqualTo("statuspulse: --only-regressions: is of use with --baseline only\n");
    }
}
