package io.statuspulse.simulator.wire;

import io.statuspulse.fuzz.Claim;
import java.nio.charset.StandardCharsets;

/** A URL that is typed is an endpoint, whose parts make a request line and a Host header, or is refused in one line. */
public final class TargetFuzz {
    private TargetFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            Target target = Target.of(text);
            Claim.that(target.port() >= 1 && target.port() <= 65535, () -> "port " + target.port());
            Claim.that(target.path().matches("/[!-~]*"), () -> "request target " + target.path());
            Claim.that(target.hostHeader().matches("[!-~]+"), () -> "host " + target.hostHeader());
            Claim.that(!target.host().isEmpty(), () -> "no host");
            Claim.same(target, Target.of(target.toString()), () -> "read again");
        } catch (IllegalArgumentException e) {
            Claim.oneLine(String.valueOf(e.getMessage()));
        }
    }
}
