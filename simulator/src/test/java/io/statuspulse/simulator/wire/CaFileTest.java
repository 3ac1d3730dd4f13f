package io.statuspulse.simulator.wire;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaFileTest {
    @TempDir
    Path directory;

    private void assertRefused(Path file, String why) {
        TlsSettings settings = new TlsSettings(Optional.of(file), false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketTransport.create(Deadlines.DEFAULT, settings))
                .withMessageStartingWith("CA file: '" + file + "' " + why)
                .withMessageEndingWith("; expected certificates in PEM form (-----BEGIN CERTIFICATE-----)");
    }

    private Path file(String content) throws Exception {
        return Files.writeString(directory.resolve("ca.pem"), content, StandardCharsets.US_ASCII);
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        assertRefused(directory.resolve("none.pem"), "cannot be read (it does not exist)");
    }

    @Test
    void aDirectoryIsNoCaFile() {
        assertRefused(directory, "cannot be read (");
    }

    @Test
    void anEmptyFileHoldsNoCertificate() throws Exception {
        assertRefused(file(""), "holds no certificate");
    }

    @Test
    void aGarbledFileHoldsSomethingElse() throws Exception {
        assertRefused(
                file("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
                "holds something else than certificates");
        assertRefused(file("these are words, not certificates\n"), "holds ");
        assertRefused(
                file("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"),
                "holds something else than certificates");
    }
}
