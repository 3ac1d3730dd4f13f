package io.statuspulse.cli;

import io.statuspulse.fuzz.Claim;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whatever is typed, the command ends with one of its exit codes, says what is wrong in one line, shows no secret, and
 * is surprised by nothing. One argument a line; after an empty line, what is piped in.
 *
 * <p>Nothing is ever sent, and no name looked up: what would talk gets an argument before the others that lets everything
 * be read and then stops it.
 */
public final class CommandLineFuzz {
    private static final String SECRET = "whsec_5ecret0fTheEnvironment";
    /** An address for documentation, which no host has (RFC 5737); the host guard stops there, after all was read. */
    private static final String NOWHERE = "http://192.0.2.1:9/hook";

    private static final Pattern KEPT_OUT = Pattern.compile(
            "--allow-remote.*|--host.*|--count.*|--list-defects.*|--verbose.*|.*/(dev|proc|sys)/.*|demo|warm-up");
    private static final int MOST_ARGUMENTS = 12;
    private static final List<String> TALKING = List.of("test", "diagnose", "send", "receiver");

    private CommandLineFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts =
                new String(input, StandardCharsets.UTF_8).replace("\0", "").split("\n\n", 2);
        List<String> args = new ArrayList<>(Arrays.asList(parts[0].split("\n", MOST_ARGUMENTS)));
        args.removeIf(arg -> KEPT_OUT.matcher(arg).matches());
        if (args.isEmpty() || args.stream().anyMatch(arg -> arg.contains("\n"))) {
            return;
        }
        Outcome outcome = new Outcome.Invocation()
                .env("STATUSPULSE_SECRET", SECRET)
                .input(parts.length < 2 ? "{}" : parts[1])
                .run(guarded(args).toArray(String[]::new));
        check(outcome);
    }

    private static List<String> guarded(List<String> args) {
        if (args.stream().noneMatch(TALKING::contains)) {
            return args;
        }
        List<String> guarded = new ArrayList<>(args);
        String first = args.get(0);
        if (first.equals("test") || first.equals("diagnose")) {
            // A URL given, too, is one argument too many; one given alone finds no secret (see TargetFuzz).
            guarded.add(1, NOWHERE);
        } else if (first.equals("send")) {
            guarded.addAll(1, List.of(NOWHERE, "--dry-run"));
        } else if (first.equals("receiver")) {
            guarded.addAll(1, List.of("--defect", "none-of-the-kind"));
        } else {
            // Behind another command, these are arguments of that.
            guarded.removeAll(TALKING);
        }
        return guarded.isEmpty() ? List.of("list") : guarded;
    }

    static void check(Outcome outcome) {
        String both = outcome.out() + outcome.err();
        Claim.that(outcome.exitCode() >= 0 && outcome.exitCode() <= 3, () -> "exit code " + outcome.exitCode());
        Claim.that(!both.contains(SECRET), () -> "the secret is shown: " + both);
        Claim.that(!outcome.err().startsWith("statuspulse: unexpected "), outcome::err);
        both.chars().filter(c -> c != '\n').forEach(c -> Claim.that(!Character.isISOControl(c), () -> both));
        if (outcome.exitCode() >= 2) {
            Claim.that(outcome.err().startsWith("statuspulse: "), () -> "says nothing: " + outcome.err());
            Claim.that(outcome.err().indexOf('\n') == outcome.err().length() - 1, () -> "lines: " + outcome.err());
            Claim.oneLine(outcome.err().stripTrailing());
        } else {
            Claim.that(outcome.err().isEmpty(), () -> "exit code " + outcome.exitCode() + " and " + outcome.err());
        }
    }
}
