package io.statuspulse.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's signatures against those of tools that share no code with it. */
class SigningOracleTest {
    private static final List<OracleVector> VECTORS = OracleVector.all();

    private static final String NODE = """
            const crypto = require('crypto');
            const vectors = JSON.parse(require('fs').readFileSync(0, 'utf8')).vectors;
            for (const { secret, timestamp, bodyBase64 } of vectors) {
              const mac = crypto.createHmac('sha256', secret).update(timestamp + '.').update(Buffer.from(bodyBase64, 'base64'));
              console.log(mac.digest('hex'));
            }
            """;

    private static final String PYTHON = """
            import base64, hmac, json, sys
            for v in json.loads(sys.stdin.buffer.read().decode('utf-8'))['vectors']:
                content = v['timestamp'].encode('ascii') + b'.' + base64.b64decode(v['bodyBase64'])
                print(hmac.new(v['secret'].encode('utf-8'), content, 'sha256').hexdigest())
            """;

    @Test
    void agreesWithNode(@TempDir Path directory) throws Exception {
        require("node", "--version");
        assertThat(run(directory, "node", "-e", NODE)).isEqualTo(signatures());
    }

    @Test
    void agreesWithPython(@TempDir Path directory) throws Exception {
        require("python3", "--version");
        assertThat(run(directory, "python3", "-c", PYTHON)).isEqualTo(signatures());
    }

    @Test
    void agreesWithOpenssl(@TempDir Path directory) throws Exception {
        require("sh", "-c", ":");
        require("openssl", "version");
        StringBuilder script = new StringBuilder("set -e\n");
        int number = 0;
        Map<String, StringBuilder> filesBySecret = new LinkedHashMap<>();
        for (OracleVector vector : VECTORS) {
            String name = "content" + number++;
            Files.write(directory.resolve(name), vector.content());
            filesBySecret
                    .computeIfAbsent(vector.secret(), any -> new StringBuilder())
                    .append(' ')
                    .append(name);
        }
        filesBySecret.forEach((secret, files) -> script.append("openssl dgst -sha256 -r -mac HMAC -macopt hexkey:")
                .append(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)))
                .append(files)
                .append('\n'));
        Files.writeString(directory.resolve("script"), script, StandardCharsets.US_ASCII);

        assertThat(run(directory, "sh", "script"))
                .map(line -> line.substring(0, 64))
                .isEqualTo(signatures());
    }

    /** The verifier in {@code .ci/oracles} reads this file. */
    @Test
    void writesTheVectorsForOtherVerifiers() throws IOException {
        Path file = Files.createDirectories(Path.of("target")).resolve("oracle-vectors.json");
        Files.write(file, json());

        assertThat(JsonMapper.shared().readTree(Files.readAllBytes(file)).path("vectors"))
                .hasSameSizeAs(VECTORS)
                .hasSizeGreaterThanOrEqualTo(300);
    }

    private static List<String> signatures() {
        return VECTORS.stream().map(OracleVector::signature).toList();
    }

    private static byte[] json() {
        List<Map<String, String>> vectors = VECTORS.stream()
                .map(vector -> Map.of(
                        "secret", vector.secret(),
                        "timestamp", vector.timestamp(),
                        "bodyBase64", vector.body().toBase64(),
                        "signature", vector.signature()))
                .toList();
        return JsonMapper.shared().writeValueAsBytes(Map.of("vectors", vectors));
    }

    /** Runs one command with the vectors as its input and returns the lines that it wrote. */
    private static List<String> run(Path directory, String... command) throws IOException, InterruptedException {
        Path input = directory.resolve("input.json");
        Path output = directory.resolve("output");
        Files.write(input, json());
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(directory.resolve("errors").toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit)
                .as(() -> command[0] + ": " + text(directory.resolve("errors")))
                .isZero();
        return text(output).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test where the tool is not installed. */
    private static void require(String... command) throws InterruptedException {
        String unknown = command[0] + " is not installed: what it makes of the signatures is not known";
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assumeTrue(process.waitFor() == 0, unknown);
        } catch (IOException e) {
            abort(unknown);
        }
    }
}
