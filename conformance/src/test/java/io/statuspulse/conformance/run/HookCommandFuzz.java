package io.statuspulse.conformance.run;

import io.statuspulse.conformance.command.Command;
import io.statuspulse.fuzz.Claim;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A command that is typed is split as the plainest reading of it is, or refused in one line; nothing is run. */
public final class HookCommandFuzz {
    private static final Map<String, String> VALUES =
            Map.of("current", "whsec_{previous} '\"", "previous", "{current}");

    private HookCommandFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String command = new String(input, StandardCharsets.UTF_8);
        List<String> plainly = plainly(command);
        try {
            Command split = Command.parse("rotate", command);
            Claim.same(plainly, split.words(), () -> command);
            for (int i = 0; i < split.words().size(); i++) {
                String word = split.words().get(i);
                String filled = split.filled(VALUES).get(i);
                int currents = parts(word, "{current}");
                Claim.that(
                        currents == 0 || parts(filled, "whsec_{previous} '\"") >= currents,
                        () -> word + " is filled with " + filled);
            }
        } catch (IllegalArgumentException e) {
            Claim.that(plainly.isEmpty(), () -> "refused: " + e.getMessage());
            Claim.oneLine(String.valueOf(e.getMessage()));
        }
    }

    private static int parts(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** Char by char; no words where there are none or a quote is not closed. */
    private static List<String> plainly(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (" \t\n\u000b\f\r".indexOf(c) >= 0) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return quote == 0 ? words : List.of();
    }
}
