package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Sends for one scenario, keeps what was sent, and gives the turn away while an answer is slow. */
final class Courier {
    /** Far above the numbers of any trial's own events. */
    private static final int FIRST_AUXILIARY_EVENT = 1_000_000;

    /** What was never begun. */
    static final Future<?> DONE = CompletableFuture.completedFuture("");

    private final RunSettings settings;
    private final Health health;
    private final Sender sender;
    private final Lanes lanes;
    private final ExecutorService threads;
    private final Scenario scenario;
    private final AtomicInteger auxiliaryEvents = new AtomicInteger(FIRST_AUXILIARY_EVENT);
    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Exchange> controls = new ArrayList<>();

    Courier(
            RunSettings settings,
            Health health,
            Sender sender,
            Lanes lanes,
            ExecutorService threads,
            Scenario scenario) {
        this.settings = settings;
        this.health = health;
        this.sender = sender;
        this.lanes = lanes;
        this.threads = threads;
        this.scenario = scenario;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    EventKey event(DeliveryPlan plan, int number) {
        return sender.event(plan, scenario.id(), number);
    }

    /** Composes and sends nothing. */
    void requireComposable(DeliveryPlan plan, EventKey event) {
        sender.compose(plan, event);
    }

    /** Sends the same delivery without its faults, once for each such delivery in the scenario. */
    Exchange control(DeliveryPlan plan) {
        DeliveryPlan control = plan.control();
        for (Exchange known : controls) {
            if (known.delivery().plan().equals(control)) {
                return known;
            }
        }
        Exchange fresh = send(control, Role.CONTROL);
        health.answered(fresh);
        controls.add(fresh);
        return fresh;
    }

    /** Sends a plan with an event of its own. */
    Exchange send(DeliveryPlan plan, Role role) {
        return keep(role, waiting(() -> sender.send(plan, nextEvent(plan))));
    }

    Exchange send(DeliveryPlan plan, EventKey event) {
        return keep(Role.TRIAL, waiting(() -> sender.send(plan, event)));
    }

    Exchange send(DeliveryPlan plan, EventKey event, Transport.Connection connection) {
        return keep(Role.TRIAL, waiting(() -> sender.send(plan, event, connection)));
    }

    /** Sends a plain valid delivery behind others, and returns its event if it was accepted. */
    Optional<String> sendLater() {
        DeliveryPlan plan = DeliveryPlan.valid();
        return Sender.acceptedEvent(send(plan, nextEvent(plan)));
    }

    /** Sends a valid delivery with an event of its own, in that way. */
    Exchange send(Function<Delivery, Exchange> how) {
        DeliveryPlan plan = DeliveryPlan.valid();
        return keep(Role.TRIAL, waiting(() -> sender.patiently(plan, nextEvent(plan), how)));
    }

    /** Sends bytes that were sent before. */
    Exchange sendAgain(Delivery delivery) {
        return keep(Role.TRIAL, waiting(() -> sender.sendAgain(delivery)));
    }

    /** Sends a plan with an event of its own, from whatever thread, and leaves it to the caller what is kept. */
    Exchange sendUnkept(DeliveryPlan plan) {
        return sender.send(plan, nextEvent(plan));
    }

    Future<?> beside(Runnable work) {
        return threads.submit(work);
    }

    /** Waits for the end of what was begun beside. */
    static void join(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Sends from a thread of its own, and keeps what comes of it once that is asked for. */
    Future<Exchange> sendBeside(DeliveryPlan plan) {
        EventKey event = nextEvent(plan);
        return threads.submit(() -> sender.send(plan, event));
    }

    /** Does work that waits for seconds, and lets other scenarios have the turn meanwhile. */
    <T> T aside(Supplier<T> work) {
        return lanes.yieldingAfter(Duration.ZERO, work);
    }

    void pause(Duration duration) {
        Duration real = settings.pace().of(duration);
        if (real.isZero()) {
            return;
        }
        aside(() -> {
            Pauses.pause(real);
            return real;
        });
    }

    EventKey nextEvent(DeliveryPlan plan) {
        return event(plan, auxiliaryEvents.getAndIncrement());
    }

    Transport.Connection open() {
        return sender.open();
    }

    /** Sends that many at the same moment. */
    List<Exchange> together(DeliveryPlan plan, int copies, IntFunction<EventKey> events) {
        return waiting(() -> {
            CyclicBarrier start = new CyclicBarrier(copies);
            List<Future<Exchange>> running = new ArrayList<>();
            for (int i = 0; i < copies; i++) {
                EventKey event = events.apply(i);
                running.add(threads.submit(() -> {
                    await(start);
                    return sender.send(plan, event);
                }));
            }
            return running.stream()
                    .map(Courier::result)
                    .map(e -> keep(Role.TRIAL, e))
                    .toList();
        });
    }

    private <T> T waiting(Supplier<T> work) {
        return lanes.yieldingAfter(health.patience(settings.jobs()), work);
    }

    Exchange keep(Role role, Exchange exchange) {
        sent.add(new Sent(role, exchange));
        return exchange;
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            Thread.currentThread().interrupt();
        }
    }

    static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while deliveries were under way", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
