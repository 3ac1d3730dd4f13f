package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherFactory;

/** What was sent for a scenario that is not in order stands in a file that belongs to its test, where JUnit has such files. */
class AttachmentsTest {
    @TempDir
    Path directory;

    @Test
    void what_is_not_in_order_has_its_exchanges_attached() throws IOException {
        try (BuiltInReceiver server = Bench.withDefect("missing-header-skips-verification")) {
            Map<String, String> attached = attached(
                    ReceiverUnderTest.at(server.url()).secret(Bench.SECRET).header("Authorization", "Bearer abc"),
                    "signature_missing",
                    "signature_empty",
                    "rotation_previous_in_overlap");

            assertThat(attached).containsOnlyKeys("signature-missing.txt");
            assertThat(attached.get("signature-missing.txt"))
                    .contains(
                            "failed: signature/missing: a delivery with no signature header is rejected",
                            "* control",
                            "* trial, with DropHeader[signature]",
                            "> POST ",
                            "> Authorization: [hidden]",
                            "< HTTP 200 OK")
                    .doesNotContain(Bench.SECRET, "Bearer");
        }
    }

    @Test
    void so_has_a_warning() throws IOException {
        try (BuiltInReceiver server = Bench.withDefect("rejects-unknown-statuses")) {
            assertThat(attached(ReceiverUnderTest.at(server.url()).secret(Bench.SECRET), "schema_unknown_status"))
                    .containsOnlyKeys("schema-unknown-status.txt");
        }
    }

    @Test
    void so_has_what_proves_nothing() throws IOException {
        try (BuiltInReceiver server = Bench.correct()) {
            assertThat(attached(ReceiverUnderTest.at(server.url()).secret("whsec_another"), "signature_missing"))
                    .containsOnlyKeys("signature-missing.txt");
        }
    }

    private Map<String, String> attached(ReceiverUnderTest under, String... methods) throws IOException {
        assumeTrue(canAttach(), "the JUnit on the class path is older than 5.12 and attaches no files");
        Bench.use(() -> under);
        LauncherFactory.create()
                .execute(request()
                        .configurationParameter("junit.platform.reporting.output.dir", directory.toString())
                        .selectors(Bench.selectors(Samples.Whole.class, methods))
                        .build());
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> texts =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            return texts.stream()
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), AttachmentsTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean canAttach() {
        try {
            Class.forName("org.junit.jupiter.api.extension.MediaType");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
