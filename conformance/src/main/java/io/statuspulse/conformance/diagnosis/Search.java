package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a receiver accepts that refuses a correctly signed delivery: it sends one correctly built delivery after
 * the other, each as another scheme would have it, and stops at the first proof, or after 30 s.
 *
 * <p>A proof is a delivery that was accepted twice, with events of its own each time, while the same made with a key that
 * nobody issued was refused.
 */
public final class Search {
    /** How many deliveries are sent at most: 300. */
    public static final int MOST_DELIVERIES = 300;

    /** Kept for making sure of what was accepted: header names, the second time, the counter-check. */
    private static final int RESERVE = 30;

    private static final Mend STEADY =
            Mend.anywhere("Look into its log, and at what stands before it: several instances with"
                    + " different secrets, or a limit, answer so.");

    /** A receiver that takes its time is not kept at it for longer. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Prober prober;
    private final long begun = System.nanoTime();

    private Search(Attempts attempts) {
        this.prober = new Prober(attempts);
    }

    /** Sends deliveries to the receiver that is searched. */
    public interface Attempts {

        /**
         * Sends each plan with an event of its own, in any order.
         *
         * @return what came of each, in the order of the plans; empty where this endpoint's secrets cannot make it
         */
        List<Optional<Exchange>> send(List<DeliveryPlan> plans);

        /** Returns how many are well sent at a time; at least 1. */
        int atATime();
    }

    /**
     * What a search found.
     *
     * @param finding what the receiver seems to do; empty where nothing was proven
     * @param proof the delivery that proves it, and its answer; empty where nothing was
     * @param deliveries how many were sent
     */
    public record Result(Optional<Finding> finding, Optional<Exchange> proof, int deliveries) {}

    /**
     * Searches.
     *
     * @param refused a correctly signed delivery that was refused
     * @param ahead how far the receiver's clock is ahead of ours; zero where that is not known
     */
    public static Result of(Exchange refused, Duration ahead, Attempts attempts) {
        Search search = new Search(attempts);
        Optional<Proof> proof = search.run(refused, ahead);
        return new Result(proof.map(Proof::finding), proof.map(Proof::first), search.prober.sent());
    }

    private Optional<Proof> run(Exchange refused, Duration ahead) {
        return atRandom(refused)
                .or(() -> otherScheme(refused, ahead))
                .or(() -> unsigned(refused))
                .or(() -> forged(refused));
    }

    private Optional<Proof> atRandom(Exchange refused) {
        return prober.twice(DeliveryPlan.valid())
                .map(both -> Proof.of(
                        "refuses-at-random",
                        "to refuse some deliveries and to accept others like them",
                        List.of(STEADY),
                        both,
                        Optional.empty(),
                        refused));
    }

    private Optional<Proof> unsigned(Exchange refused) {
        DeliveryPlan unsigned = DeliveryPlan.valid().but(new DropHeader(HeaderRole.SIGNATURE));
        return prober.twice(unsigned)
                .map(both -> Proof.of(
                        "accepts-unsigned-only",
                        "to accept deliveries that carry no signature, and to refuse signed ones",
                        List.of(Mends.REQUIRE_HEADERS, Mends.SCHEME),
                        both,
                        Optional.empty(),
                        refused));
    }

    private Optional<Proof> forged(Exchange refused) {
        return prober.twice(Prober.forgery(DeliveryPlan.valid()))
                .map(both -> Proof.of(
                        "accepts-forgeries-only",
                        "to accept a signature made with a key that nobody issued, and not one made with the secret",
                        List.of(Mends.SCHEME),
                        both,
                        Optional.empty(),
                        refused));
    }

    private Optional<Proof> otherScheme(Exchange refused, Duration ahead) {
        List<Candidate> candidates = new ArrayList<>(List.of(Candidate.plain()));
        candidates.addAll(Candidate.all(ahead));
        Iterator<Candidate> left = candidates.iterator();
        while (left.hasNext() && System.nanoTime() - begun < LONGEST.toNanos()) {
            List<Candidate> some = new ArrayList<>();
            while (left.hasNext()
                    && some.size() < Math.min(prober.atATime(), MOST_DELIVERIES - RESERVE - prober.sent())) {
                some.add(left.next());
            }
            if (some.isEmpty()) {
                return Optional.empty();
            }
            List<Optional<Exchange>> answers = prober.send(some.stream()
                    .map(candidate -> OtherHeaders.USUAL.on(candidate.plan()))
                    .toList());
            for (int i = 0; i < some.size(); i++) {
                Optional<Proof> proof =
                        Prober.isAccepted(answers.get(i)) ? proven(some.get(i), refused) : Optional.empty();
                if (proof.isPresent()) {
                    return proof;
                }
            }
            if (answers.stream().allMatch(Search::nobodyAnswers)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Looks for the header names that it takes, has it accepted twice, and refused with another key. */
    private Optional<Proof> proven(Candidate candidate, Exchange refused) {
        OtherHeaders headers =
                OtherHeaders.USUAL.narrowed(some -> Prober.isAccepted(prober.send(some.on(candidate.plan()))));
        DeliveryPlan plan = headers.on(candidate.plan());
        return prober.twice(plan).map(both -> {
            Optional<Exchange> counter = prober.forged(plan);
            boolean anything = counter.isEmpty() || Prober.isAccepted(counter);
            return anything
                    ? Proof.of(
                            "accepts-any-signature-of-a-form",
                            "not to verify the signature: it asks for a form only, and accepts what a key made that nobody"
                                    + " issued",
                            List.of(Mends.SCHEME, Mends.COMPARE),
                            both,
                            Optional.empty(),
                            refused)
                    : Proof.of(candidate, headers, both, counter, refused);
        });
    }

    private static boolean nobodyAnswers(Optional<Exchange> exchange) {
        return exchange.filter(e -> e.response().isPresent()).isEmpty();
    }
}
