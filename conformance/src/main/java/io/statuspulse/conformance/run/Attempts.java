package io.statuspulse.conformance.run;

import io.statuspulse.conformance.diagnosis.Search;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.NotComposableException;
import io.statuspulse.simulator.wire.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends what a diagnosis tries, several at a time. */
final class Attempts implements Search.Attempts {
    private static final String LABEL = "diagnosis";

    /** One event in some eighty has a MAC whose bytes can stand in a header as they are. */
    private static final int MOST_EVENTS = 2_000;

    private final Sender sender;
    private final ExecutorService threads;
    private final int atATime;
    private final AtomicInteger events = new AtomicInteger();

    Attempts(Sender sender, ExecutorService threads, int atATime) {
        this.sender = sender;
        this.threads = threads;
        this.atATime = atATime;
    }

    @Override
    public int atATime() {
        return atATime;
    }

    @Override
    public List<Optional<Exchange>> send(List<DeliveryPlan> plans) {
        List<Future<Optional<Exchange>>> running =
                plans.stream().map(plan -> threads.submit(() -> send(plan))).toList();
        return running.stream().map(Courier::result).toList();
    }

    private Optional<Exchange> send(DeliveryPlan plan) {
        for (int event = 0; event < MOST_EVENTS; event++) {
            try {
                return Optional.of(sender.send(plan, sender.event(plan, LABEL, events.getAndIncrement())));
            } catch (NotComposableException e) {
                if (!e.isOfThisEventOnly()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
