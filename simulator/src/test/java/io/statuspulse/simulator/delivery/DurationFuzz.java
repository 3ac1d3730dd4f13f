package io.statuspulse.simulator.delivery;

import io.statuspulse.fuzz.Claim;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A duration that is typed is read or refused in one line, and what is printed of it reads as the same. */
public final class DurationFuzz {
    private DurationFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            Duration duration = Durations.parse(text);
            Claim.same(duration, Durations.parse(Durations.print(duration)), () -> text);
        } catch (IllegalArgumentException e) {
            Claim.oneAsciiLine(String.valueOf(e.getMessage()));
        }
    }
}
