package io.statuspulse.conformance.report;

import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.fuzz.Claim;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whatever is put on a page, no line is longer than it is wide, nothing acts on the terminal, and every word is there.
 * The first byte chooses how it is put there.
 */
public final class WrappingFuzz {
    private WrappingFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String words = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        Page page = new Page(Style.of(false));
        int how = input[0] & 3;
        int indent = (input[0] >> 2) & 7;
        switch (how) {
            case 0 -> page.text(indent, words);
            case 1 -> page.entry(indent, "expected", words);
            case 2 -> page.heading(Tone.BAD, "FAILED", words);
            default -> page.command(indent, "again", List.of(words.split(" ")));
        }
        String shown = page.toString();
        shown.chars().filter(c -> c != '\n').forEach(c -> Claim.that(!Character.isISOControl(c), () -> shown));
        if (how < 3) {
            shown.lines()
                    .forEach(line ->
                            Claim.that(line.codePointCount(0, line.length()) <= Page.WIDTH, () -> "too wide: " + line));
        }
    }
}
