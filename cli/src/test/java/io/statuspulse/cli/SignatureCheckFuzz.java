package io.statuspulse.cli;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code verify} takes exactly what a receiver must, and says what is wrong with anything else in lines without a
 * secret. First line the timestamp, second the signature, with {@code VALID} in it for the right one, then the body.
 */
public final class SignatureCheckFuzz {
    private static final Secret SECRET = Secret.of("whsec_c0ffee2bZk9Qd4mT7xW1vB5nS");
    private static final Secrets SECRETS = Secrets.of(SECRET);
    private static final Instant NOW = Instant.ofEpochSecond(1_772_337_906);

    private SignatureCheckFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 3);
        if (parts.length < 3) {
            return;
        }
        Bytes body = Bytes.utf8(parts[2]);
        String right = SignatureScheme.STATUSPULSE.sign(SECRET, parts[0], body);
        String signature = parts[1].replace("VALID", right);
        SignatureCheck check = new SignatureCheck(SECRETS, parts[0], signature, body);
        List<String> problems = check.problems(NOW, Duration.ofSeconds(300));
        problems.forEach(Claim::oneLine);
        problems.forEach(words -> Claim.that(!words.contains(right.substring(0, 9)), () -> "shows it: " + words));
        boolean timely =
                parts[0].matches("[0-9]{1,18}") && Math.abs(Long.parseLong(parts[0]) - NOW.getEpochSecond()) <= 300;
        Claim.same(timely && signature.equals(right), problems.isEmpty(), () -> problems + " of " + signature);
    }
}
