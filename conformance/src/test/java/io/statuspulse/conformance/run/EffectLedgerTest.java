package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims held against a probe, without a receiver. */
@Timeout(60)
class EffectLedgerTest {
    static final Fact SEEN = new Fact("observed", "200 OK");
    static final Verdict PASSED = new Verdict.Passed(List.of(SEEN));

    /** The event of the plain valid delivery; the others are about {@code evt_x}. */
    static final String PLAIN = "evt_a";

    static final Supplier<Optional<String>> SENDS_NOTHING = () -> {
        throw new AssertionError("nothing is to be sent");
    };

    static final EffectLedger WITHOUT = ledger(Optional.empty(), Optional.of(PLAIN));

    @Test
    void observesWhereThePlainDeliveryShows() {
        assertThat(ledger(id -> 1).observes()).isTrue();
        assertThat(ledger(id -> 1).isBlind()).isFalse();
    }

    @Test
    void waitsForThePlainDeliveryToShow() {
        AtomicInteger reads = new AtomicInteger();

        assertThat(ledger(id -> reads.incrementAndGet() < 4 ? 0 : 1).observes()).isTrue();
    }

    @Test
    void neitherObservesNorIsBlindWithoutAProbe() {
        assertThat(WITHOUT.observes()).isFalse();
        assertThat(WITHOUT.isBlind()).isFalse();
    }

    @Test
    void isBlindWhereNoPlainDeliveryWasAcceptedThatCouldShow() {
        EffectLedger ledger = ledger(Optional.of(id -> 1), Optional.empty());

        assertThat(ledger.observes()).isFalse();
        assertThat(ledger.isBlind()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 'evt_x was processed once, expected never'",
        "0, 2, 'evt_x was processed twice, expected never'",
        "1, 0, 'evt_x was processed never, expected once'",
        "1, 2, 'evt_x was processed twice, expected once'",
        "1, 3, 'evt_x was processed 3 times, expected once'"
    })
    void claimThatDoesNotHoldFails(int claimed, int times, String words) {
        assertThat(settle(ledger(showing(times)), PASSED, new Claim("evt_x", claimed)))
                .isEqualTo(new Verdict.Failed(List.of(new Fact("effect", words)), false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void claimThatHoldsLeavesTheVerdict(int times) {
        assertThat(settle(ledger(showing(times)), PASSED, new Claim("evt_x", times)))
                .isSameAs(PASSED);
    }

    @Test
    void everyClaimThatDoesNotHoldIsNamed() {
        Verdict verdict =
                settle(ledger(id -> 1), PASSED, new Claim("evt_b", 0), new Claim("evt_c", 1), new Claim("evt_d", 0));

        assertThat(verdict.facts())
                .extracting(fact -> fact.value().substring(0, 5))
                .containsExactly("evt_b", "evt_d");
    }

    @Test
    void effectThatShowsWhileItIsAwaitedCounts() {
        AtomicInteger reads = new AtomicInteger();
        EffectProbe late = id -> id.equals(PLAIN) || reads.incrementAndGet() > 3 ? 1 : 0;

        assertThat(settle(ledger(late), PASSED, new Claim("evt_x", 1))).isSameAs(PASSED);
        assertThat(reads).hasValue(5); // With the one that looks whether it shows twice by then.
    }

    @Test
    void effectThatMustNotShowIsReadOnce() {
        AtomicInteger reads = new AtomicInteger();
        EffectProbe never = id -> {
            reads.incrementAndGet();
            return id.equals(PLAIN) ? 1 : 0;
        };

        assertThat(settle(ledger(never), PASSED, new Claim("evt_x", 0))).isSameAs(PASSED);
        assertThat(reads).hasValue(2);
    }

    @Test
    void verdictThatIsNoPassIsNotHeldAgainstEffects() {
        EffectLedger ledger = ledger(showing(1));

        for (Verdict verdict : List.of(
                new Verdict.Failed(List.of(SEEN), false),
                new Verdict.Inconclusive("why", List.of(SEEN)),
                new Verdict.NotApplicable("why"))) {
            assertThat(settle(ledger, verdict, new Claim("evt_x", 0))).isSameAs(verdict);
        }
    }

    @Test
    void passWithoutClaimsNeedsNoEffects() {
        assertThat(settle(WITHOUT, PASSED)).isSameAs(PASSED);
        assertThat(settle(ledger(id -> 1), PASSED)).isSameAs(PASSED);
    }

    @Test
    void passThatNobodyCouldObserveSaysSoBesideWhatWasSeen() {
        EffectLedger blind = ledger(Optional.of(id -> 0), Optional.empty());

        assertThat(settle(WITHOUT, PASSED, new Claim("evt_x", 1)))
                .isEqualTo(notObserved("not observed: no effect probe"));
        assertThat(settle(blind, PASSED, new Claim("evt_x", 1)))
                .isEqualTo(notObserved("not observed: the probe shows nothing even of a plain valid delivery"));
    }

    @Test
    void whatAProbeThrowsMakesTheVerdictInconclusive() {
        assertThat(settle(ledger(throwing(new IllegalStateException("gone"))), PASSED, new Claim("evt_x", 1)))
                .isEqualTo(new Verdict.Inconclusive(
                        "effects of evt_x: the probe threw java.lang.IllegalStateException: gone", List.of(SEEN)));
        assertThat(settle(ledger(throwing(new UnreadableEffectsException("no table"))), PASSED, new Claim("evt_x", 0)))
                .isEqualTo(new Verdict.Inconclusive("no table", List.of(SEEN)));
    }

    @Test
    void nothingIsSentWhereThereIsNothingToSee() {
        EffectLedger ledger = ledger(id -> 1);
        EffectLedger blind = ledger(Optional.of(id -> 0), Optional.empty());

        for (List<Pending> pending : List.of(
                List.of(pending(PASSED)), List.of(pending(new Verdict.NotApplicable("why"), new Claim("evt_x", 0))))) {
            assertThat(ledger.settle(pending, SENDS_NOTHING, left -> {})).isEqualTo(pending);
        }
        for (EffectLedger other : List.of(WITHOUT, blind)) {
            other.settle(List.of(pending(PASSED, new Claim("evt_x", 1))), SENDS_NOTHING, left -> {});
        }
    }

    private static Verdict notObserved(String words) {
        return new Verdict.Passed(List.of(SEEN, new Fact(Fact.EFFECTS, words)));
    }

    private static EffectProbe showing(int times) {
        return id -> id.equals(PLAIN) ? 1 : times;
    }

    private static EffectProbe throwing(RuntimeException thrown) {
        return id -> {
            if (id.equals(PLAIN)) {
                return 1;
            }
            throw thrown;
        };
    }

    static EffectLedger ledger(EffectProbe probe) {
        return ledger(Optional.of(probe), Optional.of(PLAIN));
    }

    static EffectLedger ledger(Optional<EffectProbe> probe, Optional<String> acceptedEventId) {
        return ledger(probe, acceptedEventId, Duration.ofSeconds(3));
    }

    static EffectLedger ledger(Optional<EffectProbe> probe, Optional<String> acceptedEventId, Duration patience) {
        return new EffectLedger(probe, acceptedEventId, patience);
    }

    private static Verdict settle(EffectLedger ledger, Verdict verdict, Claim... claims) {
        return ledger.settle(List.of(pending(verdict, claims)), Optional::empty, left -> {})
                .get(0)
                .verdict();
    }

    static Pending pending(Verdict verdict, Claim... claims) {
        return new Pending(
                Suite.find("signature/wrong").orElseThrow(), verdict, List.of(), Arrays.asList(claims), Duration.ZERO);
    }
}
