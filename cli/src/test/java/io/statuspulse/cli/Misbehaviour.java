package io.statuspulse.cli;

import io.statuspulse.cli.MisbehavingServer.Script;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way for a receiver to misbehave, and what the kit must make of it.
 *
 * @param name in words
 * @param script what the receiver does on each connection
 * @param exitCode of the suite against it
 * @param words what the suite's output must say, a regular expression
 * @param sendExitCodes that are right for two deliveries sent to it by hand
 * @param timeout of each phase of an exchange
 * @param timeouts how many timeouts the suite costs; 0 where nothing is waited for
 * @param connections how many connections the receiver may see of the suite
 * @param options of the suite
 */
record Misbehaviour(
        String name,
        Script script,
        int exitCode,
        String words,
        Set<Integer> sendExitCodes,
        Duration timeout,
        int timeouts,
        int connections,
        List<String> options) {

    private static final Duration SHORT = Duration.ofMillis(500);

    /** Longer than anything but a fault. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** One that accepts, one that rejects, and those that look at all answers. */
    private static final List<String> FEW = List.of(
            "--select=acceptance/status-change",
            "--select=signature/missing",
            "--select=signature/not-revealed",
            "--select=http/no-redirect");

    /** Every one there is. */
    static Stream<Misbehaviour> all() {
        return Stream.of(
                        SilentReceivers.all(),
                        EndlessAnswers.all(),
                        FalseAnswers.all(),
                        HostileTexts.all(),
                        EvasiveAnswers.all())
                .flatMap(List::stream);
    }

    /** Nobody answers the first delivery: nothing more is sent, and nothing is judged. */
    static Misbehaviour dead(String name, String words, Script script) {
        return new Misbehaviour(
                name,
                script,
                3,
                words + "; is the receiver running, and is the URL right\\?",
                Set.of(1),
                SHORT,
                1,
                1,
                List.of());
    }

    /** It answered once, or its beginning: then the first scenarios, 8 at a time, find out that it does not live. */
    static Misbehaviour dying(String name, String words, Script script) {
        // The greeting, a delivery of the first scenarios, and the valid one that tells whether it was that delivery's
        // doing.
        return new Misbehaviour(
                name,
                script,
                3,
                "UNREACHABLE .* stopped answering during .*" + words,
                Set.of(1),
                SHORT,
                3,
                1 + 8 * 2,
                List.of());
    }

    /** It answers at once, and no answer is right. */
    static Misbehaviour wrong(String name, String words, Script script) {
        return new Misbehaviour(name, script, 1, "FAILED .*" + words, Set.of(1), LONG, 0, ANY_NUMBER, FEW);
    }

    /** It takes what it is sent, whatever else it says. */
    static Misbehaviour accepting(String name, String words, Script script) {
        return new Misbehaviour(name, script, 1, "FAILED .*" + words, Set.of(0), LONG, 0, ANY_NUMBER, FEW);
    }

    Misbehaviour exiting(int code, String otherWords) {
        return new Misbehaviour(name, script, code, otherWords, sendExitCodes, timeout, timeouts, connections, options);
    }

    Misbehaviour sending(Integer... codes) {
        return new Misbehaviour(name, script, exitCode, words, Set.of(codes), timeout, timeouts, connections, options);
    }

    Misbehaviour connecting(int most) {
        return new Misbehaviour(name, script, exitCode, words, sendExitCodes, timeout, timeouts, most, options);
    }

    Misbehaviour with(String... others) {
        return new Misbehaviour(
                name, script, exitCode, words, sendExitCodes, timeout, timeouts, connections, List.of(others));
    }

    /** The same where it must be in time for a while, on a machine that may be busy. */
    Misbehaviour after(Duration otherTimeout) {
        return new Misbehaviour(
                name, script, exitCode, words, sendExitCodes, otherTimeout, timeouts, connections, options);
    }

    /** Sends that answer, whatever was asked. */
    static Script answers(String answer) {
        return peer -> {
            peer.readHead();
            peer.answer(answer);
        };
    }

    /** Begins an answer and goes on for ever. */
    static Script endless(String beginning, String part) {
        String parts = part.repeat(Math.max(1, 8192 / part.length()));
        return peer -> {
            peer.readHead();
            peer.send(beginning);
            peer.sendForever(parts);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
