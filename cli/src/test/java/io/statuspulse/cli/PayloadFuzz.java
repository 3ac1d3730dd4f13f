package io.statuspulse.cli;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.simulator.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of whatever bytes is validated, signed, verified, composed, taken as a secret and as known failures, or refused in one line; what
 * {@code sign} signs, {@code verify} takes, and with another byte it does not. The first byte chooses what is done.
 */
public final class PayloadFuzz {
    private static final String SECRET = "whsec_5ecret0fTheEnvironment";
    private static final String AT = "--at=2026-03-01T04:05:06Z";
    private static final String URL = "http://127.0.0.1:9/";
    /** An address for documentation (RFC 5737): the host guard stops there, after the file was read. */
    private static final String NOWHERE = "http://192.0.2.1:9/hook";

    private static final Pattern SIGNATURE = Pattern.compile("Signature: ([0-9a-f]{64})");
    private static final Path FILE = temporary();

    private PayloadFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        Files.write(FILE, content);
        switch (input[0] & 15) {
            case 0 -> run(content, "validate");
            case 1 -> run(content, "validate", "--schema", "known-failures", "--body", FILE.toString());
            case 2 -> signed(content);
            case 3 -> run(content, "send", URL, AT, "--dry-run", "--show", "--body", FILE.toString());
            case 4 ->
                run(
                        content,
                        "send",
                        URL,
                        AT,
                        "--dry-run",
                        "--show",
                        "--body=-",
                        "--edit=append-bytes=0a",
                        "--edit=gzip");
            case 5 -> run(content, "sign", "--secret-file", FILE.toString());
            case 6 -> run(content, "test", URL, "--secret-file", FILE.toString(), "--select=none/such");
            case 8 -> run(content, "test", NOWHERE, "--known-failures", FILE.toString());
            default -> run(content, "test", URL, "--ca-file", FILE.toString(), "--jobs=0");
        }
    }

    private static void signed(byte[] content) {
        Matcher signature = SIGNATURE.matcher(run(content, "sign", AT).out());
        Claim.that(signature.find(), () -> "not signed");
        String[] verify = {"verify", AT, "--timestamp=1772337906", "--signature=" + signature.group(1)};
        Claim.same(0, run(content, verify).exitCode(), () -> "signed and not verified");
        byte[] other = Bytes.of(content).plus(Bytes.utf8("x")).toArray();
        Claim.same(1, run(other, verify).exitCode(), () -> "verified with a byte more");
    }

    private static Outcome run(byte[] input, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> env =
                Arrays.asList(args).contains("--secret-file") ? Map.of() : Map.of("STATUSPULSE_SECRET", SECRET);
        Io io = new Io(
                new PrintWriter(out), new PrintWriter(err), new ByteArrayInputStream(input), env, Io.Terminals.NONE);
        Outcome outcome = new Outcome(Cli.run(io, args), out.toString(), err.toString());
        CommandLineFuzz.check(outcome);
        secretFile(input, args, outcome);
        return outcome;
    }

    /** What is in a secret file is shown no more than what is in the environment. */
    private static void secretFile(byte[] input, String[] args, Outcome outcome) {
        String secret = new String(input, StandardCharsets.UTF_8).strip();
        if (Arrays.asList(args).contains("--secret-file") && secret.length() > 40) {
            Claim.that(!(outcome.out() + outcome.err()).contains(secret), () -> "shown: " + secret);
        }
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("payload", ".fuzz");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
