package io.statuspulse.conformance.run;

import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.List;

/** Explains many results at once, where one cause is plain to see. */
final class Findings {
    private Findings() {}

    static List<Finding> of(Health health, EffectLedger ledger, List<Result> results) {
        List<Finding> findings = new ArrayList<>();
        if (health.dead().isPresent()) {
            return findings;
        }
        long unproven = results.stream()
                .filter(r -> r.outcome() == Outcome.INCONCLUSIVE)
                .count();
        if (health.baseline().status() == 429) {
            findings.add(new Finding(
                    "rate-limited",
                    "The receiver limits its rate, and went on to do so after the waiting that it asked for.",
                    "A plain valid delivery got: " + Words.of(health.baseline()),
                    "Raise the limit for the kit, or run fewer scenarios at a time."));
        } else if (!health.baselineAccepted()) {
            findings.add(new Finding(
                    "valid-refused",
                    "The receiver does not accept a correctly signed delivery, so none of its rejections proves anything: a"
                            + " receiver that rejects everything rejects forgeries too.",
                    "A plain valid delivery got: " + Words.of(health.baseline())
                            + (unproven == 0 ? "" : "; " + unproven + " scenarios are inconclusive for that"),
                    "Check the URL and the secret first; then that the receiver computes the hex HMAC-SHA256, keyed with the"
                            + " whole secret as text, of the timestamp header, a dot and the raw body, and compares hex"
                            + " with hex."));
        }
        if (!health.skew().ahead().isZero()) {
            findings.add(new Finding(
                    "clock-skewed",
                    "The receiver's clock is " + health.skew().describe() + " ours.",
                    "Its Date header says so",
                    "Synchronize both clocks (NTP): deliveries near the edge of the tolerance go wrong."));
        }
        if (health.baselineAccepted() && ledger.isBlind()) {
            findings.add(new Finding(
                    "effects-blind",
                    "The effect probe shows no effect even of a plain valid delivery, so effects were not observed.",
                    health.baseline().delivery().eventId() + " was accepted and is counted as never processed",
                    "Check that the probe counts by event_id and that the receiver processes status_change events."));
        }
        return findings;
    }
}
