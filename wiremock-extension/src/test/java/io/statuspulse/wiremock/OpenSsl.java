package io.statuspulse.wiremock;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.simulator.bytes.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The openssl command. */
final class OpenSsl {
    private OpenSsl() {}

    /** Returns an HMAC-SHA256 as lower-case hex; skips the test where there is no openssl. */
    static String hmac(Path directory, String key, Bytes content) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("content"), content.toArray());
        Path output = directory.resolve("output");
        String hexKey = HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
        ProcessBuilder command = new ProcessBuilder(
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-r",
                        "-mac",
                        "HMAC",
                        "-macopt",
                        "hexkey:" + hexKey,
                        file.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        String unknown = "openssl is not installed: what it makes of the signature is not known";
        try {
            assumeTrue(command.start().waitFor() == 0, unknown);
        } catch (IOException e) {
            abort(unknown);
        }
        return Files.readString(output, StandardCharsets.US_ASCII).substring(0, 64);
    }
}
