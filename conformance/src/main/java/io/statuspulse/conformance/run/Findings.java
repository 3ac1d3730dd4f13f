package io.statuspulse.conformance.run;

import static io.statuspulse.simulator.wire.Failure.Kind.ANSWER_TOO_LARGE;
import static io.statuspulse.simulator.wire.Failure.Kind.MALFORMED_ANSWER;

import io.statuspulse.conformance.diagnosis.Endpoint;
import io.statuspulse.conformance.diagnosis.Patterns;
import io.statuspulse.conformance.diagnosis.Search;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

    /**
     * Returns what is the matter with the receiver as a whole, and patterns among these results.
     *
     * @param results of one run, in the order of the suite
     */
    List<Finding> of(List<Result> results) {
        List<Finding> findings = new ArrayList<>(ofReceiver(results));
        Set<String> explained = findings.stream()
                .flatMap(finding -> finding.explains().stream())
                .collect(Collectors.toSet());
        findings.addAll(Patterns.among(results.stream()
                .filter(result -> !explained.contains(result.scenario().id()))
                .toList()));
        return findings;
    }

    /** Returns what is the matter with the receiver as a whole, and which of these results it explains. */
    List<Finding> ofReceiver(List<Result> results) {
        List<Finding> findings = new ArrayList<>();
        if (health.dead().isPresent()) {
            return findings;
        }
        Exchange plain = health.baseline();
        if (plain.status() == TOO_MANY_REQUESTS) {
            findings.add(rateLimited());
        } else if (!health.baselineAccepted()) {
            findings.add(refused(unproven(results, plain)));
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
                    "Check that the probe counts by event_id and that the receiver processes status_change events; if it does"
                            + " so later, by a timer, give it longer (--effects-within, in JUnit effectsWithin)."));
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
    private static List<String> unproven(List<Result> results, Exchange plain) {
        return results.stream()
                .filter(r -> r.outcome() == Outcome.INCONCLUSIVE || isRefused(r, plain))
                .map(r -> r.scenario().id())
                .toList();
    }

    /** Whether it is wrong because something that must be accepted got what the plain delivery got. */
    private static boolean isRefused(Result result, Exchange plain) {
        boolean wrong = result.outcome() == Outcome.FAILED || result.outcome() == Outcome.WARNED;
        return wrong
                && result.scenario().expect() != Expect.REJECT
                && result.sent().stream()
                        .anyMatch(sent -> sent.exchange().status() == plain.status()
                                && !sent.exchange().accepted());
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
        if (plain.failure()
                .filter(f -> f.kind() == MALFORMED_ANSWER || f.kind() == ANSWER_TOO_LARGE)
                .isPresent()) {
            return new Finding(
                    "speaks-no-http",
                    "What answers at this address does not speak HTTP/1.1 as a receiver must." + consequence,
                    "A plain valid delivery got: " + Words.of(plain),
                    "Check scheme, host and port of the URL: it may be another service, or a TLS port that is asked in plain"
                            + " text.",
                    unproven);
        }
        Search.Result searched = search.get();
        return searched.finding()
                .map(found -> explaining(found, unproven))
                .orElseGet(() -> new Finding(
                        "valid-refused",
                        "The receiver does not accept a correctly signed delivery." + consequence,
                        "A plain valid delivery got: " + Words.of(plain) + "; so did " + searched.deliveries()
                                + " deliveries that were signed in other ways",
                        "Check the URL and the secret first; then that the receiver computes the hex HMAC-SHA256, keyed with the"
                                + " whole secret as text, of the timestamp header, a dot and the raw body, and compares hex"
                                + " with hex.",
                        unproven));
    }

    private static Finding explaining(Finding finding, List<String> unproven) {
        return new Finding(finding.id(), finding.finding(), finding.evidence(), finding.mend(), unproven);
    }
}
