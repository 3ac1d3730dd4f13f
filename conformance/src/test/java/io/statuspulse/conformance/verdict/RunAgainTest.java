package io.statuspulse.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunAgainTest {
    private static final String URL = "http://127.0.0.1:8080/hook";
    private static final List<String> BUILT_IN = List.of("signature/missing");
    private static final List<String> OWN = List.of("signature/missing", "team/header");

    @Test
    void namesTheReceiverAndEachScenario() {
        assertThat(RunAgain.at(URL).command(List.of("signature/missing", "signature/empty")))
                .containsExactly("statuspulse test " + URL, "--select signature/missing", "--select signature/empty");
    }

    @Test
    void saysThatACommandIsMissingWhereTheReceiverWasStarted() {
        assertThat(new RunAgain(URL, true, List.of()).command(BUILT_IN))
                .containsExactly("statuspulse test " + URL, "--start COMMAND", "--select signature/missing");
    }

    @Test
    void namesTheFilesOfOwnScenariosOnlyWhereOneIsAsked() {
        RunAgain ofFiles = new RunAgain(URL, false, List.of("team.jar", "our rules.jar"));

        assertThat(ofFiles.command(OWN)).contains("--scenarios team.jar", "--scenarios 'our rules.jar'");
        assertThat(ofFiles.command(BUILT_IN)).noneMatch(piece -> piece.startsWith("--scenarios"));
        assertThat(RunAgain.at(URL).command(OWN)).containsOnlyOnce("--scenarios JAR");
        assertThat(ofFiles.command(OWN)).doesNotContain("--scenarios JAR");
    }

    @Test
    void runsAVerifierByItsCommand() {
        String target = RunAgain.verifier("node verify.js --say \"it's\"");

        assertThat(new RunAgain(target, false, List.of("team.jar")).command(OWN))
                .containsExactly(
                        "statuspulse verifier --command 'node verify.js --say \"it'\\''s\"'",
                        "--select signature/missing",
                        "--select team/header");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/hook, true",
        "HTTPS://receiver.example/hook, true",
        "verifier: node verify.js, true",
        "in-process verifier, false",
        "in-process handler at /http://, false"
    })
    void reachesUrlsAndCommands(String target, boolean possible) {
        assertThat(RunAgain.at(target).isPossible()).isEqualTo(possible);
    }
}
