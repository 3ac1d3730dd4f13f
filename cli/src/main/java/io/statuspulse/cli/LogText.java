package io.statuspulse.cli;

import io.statuspulse.simulator.delivery.Redaction;
import io.statuspulse.simulator.wire.Exchange;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of what a receiver printed, as it may be shown. */
final class LogText {
    private static final int MOST_CHARS = 8 * 1024;
    private static final int MOST_LINES = 40;
    private static final int MOST_OF_A_LINE = 200;

    /** A signature in hex, also one that no delivery of the report has; the first eight digits of it are shown. */
    private static final Pattern SIGNATURE = Pattern.compile("\\b([0-9a-fA-F]{8})[0-9a-fA-F]{56}\\b");

    private LogText() {}

    /**
     * Returns it under a title, each line marked; nothing where there is nothing.
     *
     * @param log in lines that are safe to print and hold no secret
     * @param sent what was sent: of its signatures, no more than the first eight digits are shown
     */
    static String of(String log, List<Exchange> sent) {
        List<String> lines = end(log).lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "";
        }
        String shown = String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
        return redacted(shown, sent)
                .lines()
                .map(LogText::shortened)
                .collect(Collectors.joining("\n  | ", "\nThe end of the receiver's output:\n  | ", "\n"));
    }

    /** Where it is cut in a word, that goes too: it may be what is left of a signature. */
    private static String end(String log) {
        if (log.length() <= MOST_CHARS) {
            return log;
        }
        return log.substring(log.length() - MOST_CHARS).replaceFirst("\\A\\S*", "");
    }

    private static String redacted(String text, List<Exchange> sent) {
        Stream<Redaction> redactions =
                sent.stream().map(exchange -> exchange.delivery().redaction()).distinct();
        String shown = text;
        for (Redaction redaction : redactions.toList()) {
            shown = redaction.apply(shown);
        }
        return SIGNATURE.matcher(shown).replaceAll("$1...");
    }

    private static String shortened(String line) {
        int points = line.codePointCount(0, line.length());
        return points <= MOST_OF_A_LINE ? line : line.substring(0, line.offsetByCodePoints(0, MOST_OF_A_LINE)) + "…";
    }
}
