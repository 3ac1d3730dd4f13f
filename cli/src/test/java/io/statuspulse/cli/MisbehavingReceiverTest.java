package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The command against receivers that misbehave: each costs bounded time and memory, and ends with words, the right exit
 * code and reports that can be read. All are run side by side, because most of what they do is to wait.
 */
class MisbehavingReceiverTest {
    private static final int AT_A_TIME = 8;

    /** What the kit ever reads of an answer, 8 MiB, and what the sockets of both sides hold. */
    private static final long MOST_TAKEN = (8 + 16) * 1024 * 1024;

    /** What is no waiting takes far less than this, and a machine may be busy. */
    private static final Duration WORK = Duration.ofSeconds(4);

    private static final int BUSY = 5;

    private static final Pattern INTERNAL =
            Pattern.compile("\tat |io\\.statuspulse\\.|java\\.[a-z.]+Exception|unexpected");

    /** What a run came to. */
    private record Run(
            Outcome test, Outcome send, Duration took, int connections, long taken, Bytes json, Bytes junit) {}

    @TempDir
    private static Path directory;

    private static final Map<String, Future<Run>> RUNS = new LinkedHashMap<>();
    private static ExecutorService threads;

    @BeforeAll
    static void runAll() {
        threads = Executors.newFixedThreadPool(AT_A_TIME);
        all().forEach(misbehaviour -> RUNS.put(misbehaviour.name(), threads.submit(() -> run(misbehaviour))));
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
    }

    static Stream<Misbehaviour> all() {
        return Misbehaviour.all();
    }

    private static Run run(Misbehaviour misbehaviour) throws IOException {
        Path json = Files.createTempFile(directory, "r", ".json");
        Path junit = Files.createTempFile(directory, "r", ".xml");
        try (MisbehavingServer server = MisbehavingServer.start(misbehaviour.script())) {
            String timeout = "--timeout=" + misbehaviour.timeout().toMillis() + "ms";
            List<String> args = new ArrayList<>(List.of(
                    "test", server.url(), timeout, "--seed=1", "--report=json=" + json, "--report=junit=" + junit));
            args.addAll(misbehaviour.options());
            long begun = System.nanoTime();
            Outcome test = command().run(args.toArray(String[]::new));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            int connections = server.connections();
            Outcome send = command().run("send", server.url(), timeout, "--seed=1", "--show", "--count=2");
            return new Run(
                    test,
                    send,
                    took,
                    connections,
                    server.mostWritten(),
                    Bytes.of(Files.readAllBytes(json)),
                    Bytes.of(Files.readAllBytes(junit)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void endsWithWordsAndAnExitCode(Misbehaviour misbehaviour) throws Exception {
        Run run = RUNS.get(misbehaviour.name()).get();

        assertThat(run.test().exitCode()).as(run.test().toString()).isEqualTo(misbehaviour.exitCode());
        assertThat(oneLine(run.test())).containsPattern(misbehaviour.words());
        assertThat(misbehaviour.sendExitCodes())
                .as(run.send().toString())
                .contains(run.send().exitCode());
        if (misbehaviour.connections() == 1) {
            assertThat(run.test().out()).isEmpty();
            assertThat(run.test().err()).startsWith("statuspulse: ").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void costsBoundedTimeAndMemory(Misbehaviour misbehaviour) throws Exception {
        Run run = RUNS.get(misbehaviour.name()).get();

        Duration expected =
                misbehaviour.timeout().multipliedBy(misbehaviour.timeouts()).plus(WORK);
        assertThat(run.took()).isLessThan(expected.multipliedBy(BUSY));
        if (misbehaviour.timeouts() == 0) {
            assertThat(oneLine(run.test())).as("nothing is waited for").doesNotContain(" within 30 s");
        }
        assertThat(run.connections()).isBetween(1, misbehaviour.connections());
        assertThat(run.taken()).isLessThan(MOST_TAKEN);
    }

    @ParameterizedTest
    @MethodSource("all")
    void showsNothingThatATerminalActsOnAndNothingOfTheInside(Misbehaviour misbehaviour) throws Exception {
        Run run = RUNS.get(misbehaviour.name()).get();

        for (Outcome outcome : List.of(run.test(), run.send())) {
            assertHarmless(outcome.out());
            assertHarmless(outcome.err());
            assertThat(outcome.err()).doesNotContainPattern(INTERNAL);
            assertThat(outcome.out()).doesNotContainPattern(INTERNAL);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void reportsCanBeRead(Misbehaviour misbehaviour) throws Exception {
        Run run = RUNS.get(misbehaviour.name()).get();

        assertThat(Schemas.validate(SchemaName.REPORT, run.json().toArray())).isEmpty();
        assertThat(run.json().asLatin1()).matches("[ -~\n]+");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(run.junit().toArray()))
                        .getElementsByTagName("testcase")
                        .getLength())
                .isPositive();
        assertHarmless(run.junit().asUtf8());
    }

    private static String oneLine(Outcome outcome) {
        return (outcome.err() + outcome.out()).replaceAll("\\s+", " ");
    }

    private static void assertHarmless(String text) {
        assertThat(text.codePoints().filter(c -> c != '\n' && isActedOn(c)).mapToObj(Integer::toHexString))
                .as(text)
                .isEmpty();
    }

    private static boolean isActedOn(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
