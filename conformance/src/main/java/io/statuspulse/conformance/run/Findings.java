package io.statuspulse.conformance.run;

import io.statuspulse.conformance.diagnosis.Endpoint;
import io.statuspulse.conformance.diagnosis.Search;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Explains many results at once, where one cause is plain to see. */
final class Findings {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Health health;
    private final EffectLedger ledger;
    private final Supplier<Search.Result> search;

    /**
     * Makes the findings of one run.
     *
     * @param search looks for what the receiver accepts instead; asked only where it refuses what it must accept
     */
    Findings(Health health, EffectLedger ledger, Supplier<Search.Result> search) {
        this.health = health;
        this.ledger = ledger;
        this.search = search;
    }

    List<Finding> of(List<Result> results) {
        List<Finding> findings = new ArrayList<>();
        if (health.dead().isPresent()) {
            return findings;
        }
        Exchange plain = health.baseline();
        if (plain.status() == TOO_MANY_REQUESTS) {
            findings.add(rateLimited());
        } else if (!health.baselineAccepted()) {
            findings.add(refused(unproven(results)));
        } else {
            Endpoint.of(plain, Words.of(plain)).ifPresent(findings::add);
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
                    plain.delivery().eventId() + " was accepted and is counted as never processed",
                    "Check that the probe counts by event_id and that the receiver processes status_change events."));
        }
        return findings;
    }

    private Finding rateLimited() {
        return new Finding(
                "rate-limited",
                "The receiver limits its rate, and went on to do so after the waiting that it asked for.",
                "A plain valid delivery got: " + Words.of(health.baseline()),
                "Raise the limit for the kit, or run fewer scenarios at a time.");
    }

    /** What is inconclusive or fails because not even a plain valid delivery is accepted. */
    private static List<String> unproven(List<Result> results) {
        return results.stream()
                .filter(r -> r.outcome() == Outcome.INCONCLUSIVE
                        || (r.outcome() == Outcome.FAILED
                                && (r.scenario().expect() == Expect.ACCEPT
                                        || r.scenario().expect() == Expect.ONCE)))
                .map(r -> r.scenario().id())
                .toList();
    }

    private Finding refused(List<String> unproven) {
        Exchange plain = health.baseline();
        String consequence =
                " None of its rejections proves anything: a receiver that rejects everything rejects forgeries"
                        + " too.";
        Optional<Finding> onTheWay = Endpoint.of(plain, Words.of(plain));
        if (onTheWay.isPresent()) {
            return explaining(onTheWay.get(), unproven);
        }
        Search.Result searched = search.get();
        return searched.finding()
                .map(found -> explaining(found, unproven))
                .orElseGet(() -> new Finding(
                        "valid-refused",
                        "The receiver does not accept a correctly signed delivery." + consequence,
                        "A plain valid delivery got: " + Words.of(plain) + "; so did " + searched.deliveries()
                                + " deliveries that were signed in other ways",
                        "Check the secret and the URL first; then that the receiver computes the hex HMAC-SHA256, keyed with the"
                                + " whole secret as text, of the timestamp header, a dot and the raw body, and compares hex"
                                + " with hex.",
                        unproven));
    }

    private static Finding explaining(Finding finding, List<String> unproven) {
        return new Finding(finding.id(), finding.finding(), finding.evidence(), finding.mend(), unproven);
    }
}
