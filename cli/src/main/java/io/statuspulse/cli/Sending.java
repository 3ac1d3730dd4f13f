package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.couldNotRun;

import io.statuspulse.conformance.report.WireText;
import io.statuspulse.simulator.Simulator;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends one plan many times, each time with another event, and prints what came of it.
 *
 * @param first the event of the first delivery
 * @param show whether requests and answers are printed whole
 */
record Sending(Io io, Simulator simulator, DeliveryPlan plan, EventKey first, boolean show) {

    /** Only composes them. */
    void compose(int count) {
        for (int i = 0; i < count; i++) {
            Delivery delivery = next(i);
            if (show) {
                io.out().print(WireText.of(delivery));
            }
            io.out().println(WireText.name(delivery) + ": composed, not sent");
        }
    }

    /**
     * Sends them, one after the other and at most so many a second.
     *
     * @throws CliException if nobody is there and nothing was answered wrongly before
     */
    ExitCode send(int count, Optional<Integer> rate, long seed) {
        int accepted = 0;
        int sent = 0;
        long start = System.nanoTime();
        try (Transport.Connection connection = simulator.open()) {
            for (; sent < count; sent++) {
                waitForTurn(start, sent, rate);
                Exchange exchange = connection.send(next(sent));
                Optional<Failure> absent = exchange.failure().filter(f -> isAbsence(f.kind()));
                if (absent.isPresent() && accepted == sent) {
                    throw couldNotRun(absent.get().words()
                            + (sent == 0 ? "; nothing was sent" : "; " + sent + " deliveries were accepted before"));
                }
                print(exchange);
                accepted += exchange.accepted() ? 1 : 0;
            }
        }
        io.out()
                .println(count + (count == 1 ? " delivery, " : " deliveries, ") + accepted + " accepted (seed " + seed
                        + ")");
        return accepted == count ? ExitCode.OK : ExitCode.FAILED;
    }

    private Delivery next(int number) {
        return simulator.compose(plan, number == 0 ? first : simulator.event(plan));
    }

    private void print(Exchange exchange) {
        if (show) {
            io.out().print(WireText.of(exchange.delivery()));
            io.out().print(WireText.ofAnswer(exchange));
        }
        io.out().println(WireText.summary(exchange));
        io.out().flush();
    }

    private static void waitForTurn(long start, int number, Optional<Integer> rate) {
        if (rate.isEmpty()) {
            return;
        }
        long turn = start + Duration.ofSeconds(1).toNanos() / rate.get() * number;
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw couldNotRun("interrupted after " + number + " deliveries");
            }
        }
    }

    private static boolean isAbsence(Failure.Kind kind) {
        return switch (kind) {
            case UNKNOWN_HOST, CONNECTION_REFUSED, CONNECT_TIMEOUT, CONNECT_FAILED, TLS_FAILED, TLS_TIMEOUT -> true;
            case WRITE_TIMEOUT,
                    ANSWER_TIMEOUT,
                    CLOSED_WITHOUT_ANSWER,
                    RESET,
                    MALFORMED_ANSWER,
                    ANSWER_TOO_LARGE,
                    NOT_AWAITED -> false;
        };
    }
}
