package io.statuspulse.cli;

import io.statuspulse.simulator.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what the user names, within bounds. */
final class Input {
    /** Far above any delivery: larger than the largest body of the suite. */
    private static final int MOST_BODY_BYTES = 32 << 20;

    private static final int MOST_SECRET_BYTES = 64 << 10;

    /** Several times what an entry with a long reason for each scenario takes. */
    private static final int MOST_KNOWN_FAILURES_BYTES = 256 << 10;

    /** Several times what the kit's own vectors take. */
    private static final int MOST_VECTORS_BYTES = 64 << 20;

    private Input() {}

    /** Returns the bytes of a body; standard input's where there is no file, or it is named {@code -}. */
    static Bytes body(Optional<Path> file, InputStream standardInput) {
        Optional<Path> named = file.filter(path -> !path.toString().equals("-"));
        return Bytes.of(
                named.map(path -> bytes("--body", path, MOST_BODY_BYTES)).orElseGet(() -> piped(standardInput)));
    }

    /** Returns the text of a secret file without the line end that editors put there. */
    static String secret(Path file) {
        String text = text("--secret-file", file, bytes("--secret-file", file, MOST_SECRET_BYTES));
        return text.replaceFirst("\r?\n\\z", "");
    }

    /** Returns the bytes of a file of known failures. */
    static byte[] knownFailures(Path file) {
        return bytes("--known-failures", file, MOST_KNOWN_FAILURES_BYTES);
    }

    /** Returns the bytes of a file of vectors. */
    static byte[] vectors(Path file) {
        return bytes("--vectors", file, MOST_VECTORS_BYTES);
    }

    static String text(String option, Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CliException.usage(option + ": '" + file + "' is not UTF-8 text", e);
        }
    }

    static byte[] bytes(String option, Path file, int most) {
        if (Files.isDirectory(file)) {
            throw CliException.usage(option + ": '" + file + "' is a directory, expected a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return atMost(in, most, option + ": '" + file + "'");
        } catch (IOException e) {
            throw CliException.usage(option + ": '" + file + "' cannot be read (" + IoReason.of(e) + ")", e);
        }
    }

    private static byte[] piped(InputStream standardInput) {
        try {
            return atMost(standardInput, MOST_BODY_BYTES, "standard input");
        } catch (IOException e) {
            throw CliException.usage("standard input cannot be read (" + IoReason.of(e) + ")", e);
        }
    }

    private static byte[] atMost(InputStream in, int most, String what) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw CliException.usage(what + " is longer than " + most + " bytes");
        }
        return bytes;
    }
}
