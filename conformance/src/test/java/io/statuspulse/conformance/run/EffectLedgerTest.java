package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.run.EffectLedger.Work;
import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims held against a probe, without a receiver. */
@Timeout(60)
class EffectLedgerTest {
    private static final Fact SEEN = new Fact("observed", "200 OK");
    private static final Verdict PASSED = new Verdict.Passed(List.of(SEEN));

    /** The event of the plain valid delivery; the others are about {@code evt_x}. */
    private static final String PLAIN = "evt_a";

    /** The event of the one that is sent when all else was. */
    private static final String LAST = "evt_last";

    private static final EffectLedger WITHOUT = ledger(Optional.empty(), Optional.of(PLAIN));

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
    void whatIsQueuedBeforeTheLastIsWaitedFor() {
        WorkingOff queue = new WorkingOff("evt_b", "evt_c", "evt_b", LAST);
        List<Integer> told = new ArrayList<>();
        List<Pending> settled = ledger(queue)
                .settle(
                        List.of(
                                pending(PASSED, new Claim("evt_b", 1)),
                                pending(PASSED, new Claim("evt_c", 1)),
                                pending(PASSED, new Claim("evt_d", 0))),
                        () -> Optional.of(LAST),
                        told::add);

        assertThat(settled)
                .extracting(Pending::verdict)
                .containsExactly(
                        new Verdict.Failed(
                                List.of(new Fact("effect", "evt_b was processed twice, expected once")), false),
                        PASSED,
                        PASSED);
        assertThat(told).startsWith(1).endsWith(0);
    }

    @Test
    void whatIsDoneOutOfTurnIsWaitedForBehindTheLast() {
        WorkingOff queue = new WorkingOff(LAST, "evt_c", "evt_b", "evt_b");
        List<Pending> settled = ledger(queue)
                .settle(
                        List.of(pending(PASSED, new Claim("evt_b", 1)), pending(PASSED, new Claim("evt_c", 1))),
                        () -> Optional.of(LAST),
                        left -> {});

        assertThat(settled)
                .extracting(Pending::verdict)
                .containsExactly(
                        new Verdict.Failed(
                                List.of(new Fact("effect", "evt_b was processed twice, expected once")), false),
                        PASSED);
    }

    /** Several may work at a time, so that what was sent before the last may be done shortly after it. */
    @Test
    void whatShowsShortlyAfterTheLastIsSeen() {
        AtomicLong shown = new AtomicLong();
        EffectProbe soon = id -> {
            if (id.equals(LAST)) {
                shown.compareAndSet(0, System.nanoTime());
            }
            boolean isLate = id.equals("evt_forged")
                    && System.nanoTime() - shown.get()
                            < EffectLedger.LEAST_SETTLING.dividedBy(2).toNanos();
            return isLate ? 0 : 1;
        };
        List<Pending> settled = ledger(soon)
                .settle(List.of(pending(PASSED, new Claim("evt_forged", 0))), () -> Optional.of(LAST), left -> {});

        assertThat(settled.get(0).verdict().facts())
                .containsExactly(new Fact("effect", "evt_forged was processed once, expected never"));
    }

    @Test
    void whereTheLastCannotBeReadItDoesNotShow() {
        EffectProbe unreadable = id -> {
            if (id.equals(LAST)) {
                throw new UnreadableEffectsException("no table");
            }
            return 1;
        };
        List<Pending> settled = ledger(Optional.of(unreadable), Optional.of(PLAIN), Duration.ofMillis(40))
                .settle(List.of(pending(PASSED, new Claim("evt_x", 1))), () -> Optional.of(LAST), left -> {});

        isBehind(settled.get(0).verdict());
    }

    @Test
    void whereTheLastNeverShowsNothingIsConcludedButWhatIsTooMuch() {
        EffectProbe stuck = id -> switch (id) {
            case PLAIN, "evt_once" -> 1;
            case "evt_twice" -> 2;
            default -> 0;
        };
        List<Integer> told = new ArrayList<>();
        List<Pending> settled = ledger(Optional.of(stuck), Optional.of(PLAIN), Duration.ofMillis(40))
                .settle(
                        List.of(
                                pending(PASSED, new Claim("evt_once", 1)),
                                pending(PASSED, new Claim("evt_never", 1)),
                                pending(PASSED, new Claim("evt_never", 0)),
                                pending(PASSED, new Claim("evt_twice", 1)),
                                pending(PASSED)),
                        () -> Optional.of(LAST),
                        told::add);

        assertThat(settled)
                .extracting(Pending::verdict)
                .satisfiesExactly(
                        EffectLedgerTest::isBehind,
                        EffectLedgerTest::isBehind,
                        EffectLedgerTest::isBehind,
                        verdict -> assertThat(verdict.facts())
                                .containsExactly(new Fact("effect", "evt_twice was processed twice, expected once")),
                        verdict -> assertThat(verdict).isSameAs(PASSED));
        assertThat(told).startsWith(1).endsWith(0);
    }

    @Test
    void nothingIsSentWhereThereIsNothingToSee() {
        EffectLedger ledger = ledger(id -> 1);
        EffectLedger blind = ledger(Optional.of(id -> 0), Optional.empty());

        for (List<Pending> pending : List.of(
                List.of(pending(PASSED)), List.of(pending(new Verdict.NotApplicable("why"), new Claim("evt_x", 0))))) {
            assertThat(ledger.settle(pending, EffectLedgerTest::sendsNothing, left -> {}))
                    .isEqualTo(pending);
        }
        for (EffectLedger other : List.of(WITHOUT, blind)) {
            other.settle(List.of(pending(PASSED, new Claim("evt_x", 1))), EffectLedgerTest::sendsNothing, left -> {});
        }
    }

    @Test
    void workThatShowsIsDoneAndNothingElseIsSent() {
        AtomicInteger reads = new AtomicInteger();
        EffectProbe late = id -> id.equals(PLAIN) || reads.incrementAndGet() > 2 ? 1 : 0;

        assertThat(ledger(late).workOn("evt_x", EffectLedgerTest::sendsNothing)).isEqualTo(Work.DONE);
    }

    @Test
    void workThatIsPassedByAnotherIsLost() {
        EffectProbe loses = id -> id.equals("evt_x") ? 0 : 1;

        assertThat(ledger(loses).workOn("evt_x", () -> Optional.of(LAST))).isEqualTo(Work.LOST);
        assertThat(ledger(loses).workOn("evt_x", Optional::empty)).isEqualTo(Work.LOST);
    }

    @Test
    void workIsWaitedForUntilAnotherBehindItIsDone() {
        WorkingOff queue = new WorkingOff("evt_y", "evt_z", "evt_x", LAST);

        assertThat(ledger(queue).workOn("evt_x", () -> Optional.of(LAST))).isEqualTo(Work.DONE);
    }

    @Test
    void workIsBehindWhereAnotherBehindItIsNotDoneEither() {
        EffectLedger ledger = ledger(id -> id.equals(PLAIN) ? 1 : 0);

        assertThat(ledger.workOn("evt_x", () -> Optional.of(LAST), Duration.ofMillis(40)))
                .isEqualTo(Work.BEHIND);
        assertThatThrownBy(() -> WITHOUT.workOn("evt_x", Optional::empty)).isInstanceOf(NoSuchElementException.class);
    }

    /** Has done its first piece of work when it is asked for the last first, and one more each time. */
    private static final class WorkingOff implements EffectProbe {
        private final List<String> queue;
        private int done;

        WorkingOff(String... queue) {
            this.queue = List.of(queue);
        }

        @Override
        public int timesProcessed(String eventId) {
            if (eventId.equals(LAST) || done >= queue.indexOf(LAST) + 1) {
                done = Math.min(done + 1, queue.size());
            }
            return eventId.equals(PLAIN) ? 1 : Collections.frequency(queue.subList(0, done), eventId);
        }
    }

    private static void isBehind(Verdict verdict) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Inconclusive.class, inconclusive -> {
            assertThat(inconclusive.reason()).startsWith("the receiver is behind with its work, or stopped doing it");
            assertThat(inconclusive.facts()).containsExactly(SEEN);
        });
    }

    private static Optional<String> sendsNothing() {
        throw new AssertionError("nothing is to be sent");
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

    private static EffectLedger ledger(EffectProbe probe) {
        return ledger(Optional.of(probe), Optional.of(PLAIN));
    }

    private static EffectLedger ledger(Optional<EffectProbe> probe, Optional<String> acceptedEventId) {
        return ledger(probe, acceptedEventId, Duration.ofSeconds(3));
    }

    private static EffectLedger ledger(
            Optional<EffectProbe> probe, Optional<String> acceptedEventId, Duration patience) {
        return new EffectLedger(probe, acceptedEventId, patience);
    }

    private static Verdict settle(EffectLedger ledger, Verdict verdict, Claim... claims) {
        return ledger.settle(List.of(pending(verdict, claims)), Optional::empty, left -> {})
                .get(0)
                .verdict();
    }

    private static Pending pending(Verdict verdict, Claim... claims) {
        return new Pending(
                Suite.find("signature/wrong").orElseThrow(), verdict, List.of(), Arrays.asList(claims), Duration.ZERO);
    }
}
