package io.statuspulse.conformance.run;

import static io.statuspulse.conformance.run.EffectLedgerTest.PASSED;
import static io.statuspulse.conformance.run.EffectLedgerTest.PLAIN;
import static io.statuspulse.conformance.run.EffectLedgerTest.SEEN;
import static io.statuspulse.conformance.run.EffectLedgerTest.SENDS_NOTHING;
import static io.statuspulse.conformance.run.EffectLedgerTest.WITHOUT;
import static io.statuspulse.conformance.run.EffectLedgerTest.ledger;
import static io.statuspulse.conformance.run.EffectLedgerTest.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.run.EffectLedger.Work;
import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that are behind with their work when everything was sent, as probes show them. */
@Timeout(60)
class BacklogTest {
    /** The event of the one that is sent when all else was. */
    private static final String LAST = "evt_last";

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
        assertThat(told).containsExactly(1, 0, 0, 0);
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
                        BacklogTest::isBehind,
                        BacklogTest::isBehind,
                        BacklogTest::isBehind,
                        verdict -> assertThat(verdict.facts())
                                .containsExactly(new Fact("effect", "evt_twice was processed twice, expected once")),
                        verdict -> assertThat(verdict).isSameAs(PASSED));
        assertThat(told).startsWith(1).endsWith(0);
    }

    @Test
    void workThatShowsIsDoneAndNothingElseIsSent() {
        AtomicInteger reads = new AtomicInteger();
        EffectProbe late = id -> id.equals(PLAIN) || reads.incrementAndGet() > 2 ? 1 : 0;

        assertThat(ledger(late).workOn("evt_x", SENDS_NOTHING)).isEqualTo(Work.DONE);
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

    /** As when a session is closed: what belongs to a user is not asked in a loop that nothing ends. */
    @Test
    void anInterruptEndsTheWaiting() {
        AtomicInteger reads = new AtomicInteger();
        EffectLedger ledger = ledger(id -> {
            reads.incrementAndGet();
            return id.equals(PLAIN) ? 1 : 0;
        });
        Thread.currentThread().interrupt();
        try {
            assertThat(ledger.workOn("evt_x", () -> Optional.of(LAST))).isEqualTo(Work.BEHIND);
            ledger.settle(List.of(pending(PASSED, new Claim("evt_x", 1))), () -> Optional.of(LAST), left -> {});

            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(reads).hasValueLessThan(20);
        } finally {
            Thread.interrupted();
        }
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
}
