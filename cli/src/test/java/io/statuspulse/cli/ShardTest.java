package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.command;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedReports;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run in parts, and the whole of it. */
class ShardTest {
    private static ReceiverFixture receiver;
    private static ReceiverFixture wrong;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.correct();
        wrong = ReceiverFixture.with("no-drift-check");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        wrong.close();
    }

    private Outcome test(ReceiverFixture of, Path report, String... more) {
        List<String> args = new ArrayList<>(List.of("test", of.url(), "--report", "json=" + report));
        args.addAll(List.of(more));
        return command().run(args.toArray(String[]::new));
    }

    private static RecordedReport read(Path file) throws IOException {
        return RecordedReports.read(file.toString(), Files.readAllBytes(file));
    }

    private List<Path> shards(ReceiverFixture of, int count, String... more) {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Path file = directory.resolve("s" + i + ".json");
            test(
                    of,
                    file,
                    Stream.concat(Stream.of("--shard", i + "/" + count), Stream.of(more))
                            .toArray(String[]::new));
            files.add(file);
        }
        return files;
    }

    private static Outcome report(List<Path> files, String... more) {
        return Outcome.of(Stream.concat(
                        Stream.concat(Stream.of("report"), files.stream().map(Path::toString)), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void threeShardsMergeToWhatTheWholeRunGives() throws IOException {
        Path file = directory.resolve("whole.json");
        Outcome ran = test(wrong, file, "--seed", "5");
        Path merged = directory.resolve("merged.json");
        Path junit = directory.resolve("merged.xml");
        Path html = directory.resolve("merged.html");

        Outcome outcome = report(
                shards(wrong, 3, "--seed", "5"),
                "--merge",
                merged.toString(),
                "--report",
                "junit=" + junit,
                "--report",
                "html=" + html);

        RecordedReport whole = read(file);
        RecordedReport joined = read(merged);
        assertThat(verdicts(joined)).containsExactlyElementsOf(verdicts(whole));
        assertThat(explained(joined)).isEqualTo(explained(whole));
        assertThat(joined.conclusion()).isEqualTo(whole.conclusion());
        assertThat(outcome.exitCode()).isEqualTo(ran.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("FAILED timestamp/hour-old (MUST): ", "FAILED: The receiver breaks the contract");
        assertThat(outcome.err()).isEmpty();
        assertThat(Schemas.validate(SchemaName.REPORT, Files.readAllBytes(merged)))
                .isEmpty();
        assertThat(Files.readString(junit)).contains("timestamp/hour-old").doesNotContain("statuspulse.shard");
        assertThat(Files.readString(html)).contains("timestamp/hour-old").doesNotContain("<dt>Shard</dt>");
    }

    private static List<String> verdicts(RecordedReport report) {
        return report.results().stream()
                .map(result -> result.id() + " " + result.outcome() + " " + result.facts("expected"))
                .toList();
    }

    private static Set<String> explained(RecordedReport report) {
        return report.diagnosis().stream().flatMap(f -> f.explains().stream()).collect(Collectors.toSet());
    }

    @Test
    void shardsOfACorrectReceiverMergeToGreenAndTwoOfThemAreNotAll() {
        List<Path> shards = shards(receiver, 2, "--profile", "quick");
        String merged = directory.resolve("m.json").toString();

        assertThat(report(shards, "--merge", merged).exitCode()).isZero();
        Outcome half = report(shards.subList(0, 1), "--merge", merged);
        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.err()).isEqualTo("statuspulse: --merge: shard 2/2 is missing\n");
    }

    @Test
    void shardsOfOtherRunsAreRefusedInOneLine() {
        List<Path> shards = shards(receiver, 2, "--profile", "quick");
        Path strict = directory.resolve("strict.json");
        test(receiver, strict, "--profile", "quick", "--shard", "2/2", "--strict");
        Path whole = directory.resolve("whole.json");
        test(receiver, whole, "--profile", "quick");
        String merged = directory.resolve("m.json").toString();

        Outcome other = report(List.of(shards.get(0), strict), "--merge", merged);
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err())
                .contains("strict.json' is of another run than '", "; strict' and not '")
                .hasLineCount(1);
        assertThat(report(List.of(shards.get(0), whole), "--merge", merged).err())
                .contains("whole.json' is no shard")
                .hasLineCount(1);
        assertThat(report(List.of(shards.get(0), shards.get(0)), "--merge", merged)
                        .err())
                .contains("are both shard 1/2")
                .hasLineCount(1);
        assertThat(Path.of(merged)).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"0/2", "3/2", "x", "1/0", "1/2/3", "''"})
    void whatIsNoShardIsAUsageError(String text) {
        Outcome outcome = command().run("test", receiver.url(), "--shard", text);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("statuspulse: --shard: '" + text + "'")
                .hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void emptyShardIsNotGreen() {
        Path file = directory.resolve("r.json");
        Outcome outcome =
                test(receiver, file, "--select", "signature/missing", "--select", "signature/wrong", "--shard", "3/3");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "statuspulse: --shard: 3/3 is empty, because no more than 2 scenarios are selected; expected 1"
                                + " to 2 shards\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void shardsHaveOneSeedWhereNoneIsGiven() throws IOException {
        assertThat(shards(receiver, 2, "--profile", "quick"))
                .allSatisfy(file -> assertThat(read(file).seed()).isEqualTo(1));
    }

    @Test
    void knownFailuresOfOtherShardsAreNeitherUnknownNorStale() throws IOException {
        Path known = directory.resolve("known.yaml");
        Files.writeString(
                known,
                command().run("test", wrong.url(), "--print-known-failures").out());

        for (String shard : List.of("1/3", "2/3", "3/3")) {
            Outcome outcome =
                    command().run("test", wrong.url(), "--known-failures", known.toString(), "--shard", shard);
            assertThat(outcome.exitCode()).as(shard + outcome).isZero();
        }
        assertThat(new String(Files.readAllBytes(known), UTF_8)).contains("timestamp/hour-old");
    }

    @Test
    void matrixIsPrintedOrWritten() throws IOException {
        Path one = directory.resolve("one.json");
        Path two = directory.resolve("two.json");
        test(receiver, one, "--profile", "quick");
        test(wrong, two, "--profile", "quick");
        Path page = directory.resolve("page.html");

        Outcome text = report(List.of(one, two));
        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).contains("A PASSED " + receiver.url(), "B FAILED " + wrong.url(), "timestamp/hour-old");
        assertThat(text.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(report(List.of(one, two), "--html", page.toString())).isEqualTo(new Outcome(0, "", ""));
        assertThat(Files.readString(page)).contains("2 runs side by side", receiver.url(), wrong.url());
    }

    @Test
    void oneReportIsWrittenInOtherFormats() throws IOException {
        Path one = directory.resolve("one.json");
        Path live = directory.resolve("live.html");
        Path later = directory.resolve("later.html");
        test(receiver, one, "--profile", "quick", "--report", "html=" + live);

        assertThat(report(List.of(one), "--report", "html=" + later)).isEqualTo(new Outcome(0, "", ""));
        assertThat(later).hasSameTextualContentAs(live);
    }

    @Test
    void tasksThatDoNotGoTogetherAreRefused() {
        String report = shards(receiver, 2, "--profile", "quick").get(0).toString();
        assertUsage("--html: shows runs side by side", "--merge", "m.json", "--html", "h.html", report);
        assertUsage("--report: writes one report, and", "--report", "html=r.html", "--html", "h.html", report);
        assertUsage("--report: writes one report, not 2", "--report", "html=r.html", report, report);
        assertUsage("--merge: the directory of ", "--merge", "/nonexistent/m.json", report);
        assertUsage("REPORT.json is missing");
        assertUsage("REPORT.json: 'none.json' cannot be read", "none.json");
        assertUsage(
                "REPORT.json: 21 reports are too many",
                Stream.generate(() -> report).limit(21).toArray(String[]::new));
    }

    private static void assertUsage(String words, String... args) {
        Outcome outcome =
                Outcome.of(Stream.concat(Stream.of("report"), Stream.of(args)).toArray(String[]::new));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(words).hasLineCount(1);
    }
}
