package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemon("test"));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void turnIsGivenAwayWhileWorkWaits() throws Exception {
        try (Lanes lanes = new Lanes(1)) {
            CountDownLatch otherWasIn = new CountDownLatch(1);
            lanes.enter();
            Future<?> other = threads.submit(() -> {
                lanes.enter();
                otherWasIn.countDown();
                lanes.leave();
            });

            boolean gaveWay = lanes.yieldingAfter(Duration.ofMillis(10), () -> await(otherWasIn));

            assertThat(gaveWay).isTrue();
            lanes.leave();
            other.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void neverMoreWorkThanThereAreTurnsWhenPatienceEndsJustAsTheWorkDoes() throws Exception {
        int turns = 2;
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Lanes lanes = new Lanes(turns)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> {
                    for (int round = 0; round < 300; round++) {
                        lanes.enter();
                        lanes.yieldingAfter(Duration.ofMillis(1), () -> {
                            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(950));
                            return true;
                        });
                        most.accumulateAndGet(working.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        working.decrementAndGet();
                        lanes.leave();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get(50, TimeUnit.SECONDS);
            }
        }

        assertThat(most).hasValueLessThanOrEqualTo(turns);
    }

    @Test
    void whoComesBackGoesBeforeThoseThatHaveNotBegun() throws Exception {
        try (Lanes lanes = new Lanes(1)) {
            CountDownLatch firstWaits = new CountDownLatch(1);
            CountDownLatch answer = new CountDownLatch(1);
            CountDownLatch secondMayLeave = new CountDownLatch(1);
            CountDownLatch secondIsIn = new CountDownLatch(1);
            Queue<String> order = new ConcurrentLinkedQueue<>();
            Thread first = beside(() -> {
                lanes.enter();
                lanes.yieldingAfter(Duration.ZERO, () -> {
                    firstWaits.countDown();
                    return await(answer);
                });
                order.add("first, again");
                lanes.leave();
            });
            assertThat(await(firstWaits)).isTrue();
            Thread second = beside(() -> {
                lanes.enter();
                secondIsIn.countDown();
                await(secondMayLeave);
                lanes.leave();
            });
            assertThat(await(secondIsIn)).isTrue();
            Thread third = beside(() -> {
                lanes.enter();
                order.add("third");
                lanes.leave();
            });
            Awaitility.await().until(() -> third.getState() == Thread.State.WAITING);
            answer.countDown();
            Awaitility.await()
                    .until(() -> Stream.of(first.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("comeBack")));
            Awaitility.await().until(() -> first.getState() == Thread.State.WAITING);
            secondMayLeave.countDown();

            for (Thread thread : List.of(first, second, third)) {
                thread.join(10_000);
            }
            assertThat(order).containsExactly("first, again", "third");
        }
    }

    private static Thread beside(Runnable work) {
        Thread thread = Threads.daemon("test").newThread(work);
        thread.start();
        return thread;
    }

    @Test
    void workThatThrowsKeepsItsTurn() throws ExecutionException, InterruptedException {
        try (Lanes lanes = new Lanes(1)) {
            lanes.enter();
            try {
                lanes.yieldingAfter(Duration.ofMinutes(1), () -> {
                    throw new IllegalStateException("no");
                });
            } catch (IllegalStateException e) {
                // What was thrown is not what this is about.
                assertThat(e).hasMessage("no");
            }
            lanes.leave();
            threads.submit(lanes::enter).get();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
