package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    private static final String NOBODY = "http://127.0.0.1:1/hook";
    private static ReceiverFixture receiver;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.correct();
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void everyReportIsWrittenAndNothingElseIsLeft() throws IOException {
        Path json = directory.resolve("a b.json");
        Path junit = directory.resolve("out.xml");
        Path html = directory.resolve("page.html");
        Outcome outcome = test("--report", "json=" + json, "--report", "junit=" + junit, "--report", "html=" + html);
        assertThat(outcome.exitCode()).isZero();
        assertThat(Schemas.validate(SchemaName.REPORT, Files.readAllBytes(json)))
                .isEmpty();
        assertThat(Files.readString(junit)).contains("signature/missing").doesNotContain(SECRET);
        assertThat(Files.readString(html))
                .startsWith("<!DOCTYPE html>")
                .contains("signature/missing")
                .doesNotContain(SECRET);
        assertThat(files()).containsExactlyInAnyOrder("a b.json", "out.xml", "page.html");
    }

    @Test
    void harHasAnOptionOfItsOwn() throws IOException {
        Outcome outcome = test("--har", directory.resolve("exchanges.har").toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(Files.readString(directory.resolve("exchanges.har")))
                .startsWith("{")
                .contains("\"version\": \"1.2\"");
    }

    @Test
    void everyFormatIsWrittenAndHoldsNoSecret() throws IOException {
        List<String> args = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            args.addAll(List.of("--report", format.label() + "=" + directory.resolve(format.label())));
        }
        assertThat(test(args.toArray(String[]::new)).exitCode()).isZero();
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(Files.readString(directory.resolve(format.label())))
                    .as(format.label())
                    .isNotEmpty()
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void anExistingFileIsReplacedWhole() throws IOException {
        Path json = Files.writeString(directory.resolve("r.json"), "x".repeat(5_000_000));
        assertThat(test("--report", "json=" + json).exitCode()).isZero();
        assertThat(Schemas.validate(SchemaName.REPORT, Files.readAllBytes(json)))
                .isEmpty();
    }

    @Test
    void anExistingFileSurvivesARunThatDoesNotBegin() throws IOException {
        Path json = Files.writeString(directory.resolve("r.json"), "old");
        Outcome outcome = test("--report", "json=" + json, "--report", "junit=/nonexistent/dir/x");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(Files.readString(json)).isEqualTo("old");
        assertThat(files()).containsExactly("r.json");
    }

    @Test
    void aLinkIsWrittenThrough() throws IOException {
        Path real = Files.writeString(directory.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), real);
        assertThat(test("--report", "json=" + link).exitCode()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("signature/missing");
    }

    @Test
    void aDeviceIsWrittenTo() {
        assertThat(test("--report", "json=/dev/null").exitCode()).isZero();
    }

    @Test
    void aReportIsWrittenAlsoWhereNobodyIsThere() throws IOException {
        Path json = directory.resolve("r.json");
        Outcome outcome = command().run("test", NOBODY, "--report", "json=" + json);
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(Schemas.validate(SchemaName.REPORT, Files.readAllBytes(json)))
                .isEmpty();
    }

    private static Outcome test(String... more) {
        List<String> args = Stream.concat(
                        Stream.of("test", receiver.url(), "--select=signature/missing"), Stream.of(more))
                .toList();
        return command().run(args.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(p -> p.getFileName().toString()).toList();
        }
    }
}
