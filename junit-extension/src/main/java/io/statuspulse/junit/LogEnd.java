package io.statuspulse.junit;

import io.statuspulse.simulator.delivery.Printable;
import io.statuspulse.simulator.signing.Secrets;
import java.util.List;
import java.util.stream.Collectors;

/** As much of what a receiver printed as a failure has room for. */
final class LogEnd {
    private static final int MOST_LINES = 40;
    private static final int MOST_CHARS = 500;

    private LogEnd() {}

    /** Returns the last 40 lines, of each the first 500 characters, without the secrets. */
    static String of(String log, Secrets secrets) {
        List<String> lines = secrets.redact(log.stripTrailing()).lines().toList();
        return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()).stream()
                .map(Printable::decoded)
                .map(line -> line.length() <= MOST_CHARS ? line : line.substring(0, MOST_CHARS) + "…")
                .collect(Collectors.joining("\n"));
    }
}
