package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A delivery among connections on which nothing comes. */
final class IdleRun {
    /** As many as a server's backlog holds at the least (50 is the default of the JDK's), with room for others. */
    private static final int AT_ONCE = 20;

    /** Opened faster than they are taken, some would be dropped and tried again after a second. */
    private static final Duration BREATH = Duration.ofMillis(3);

    private final Courier courier;

    IdleRun(Courier courier) {
        this.courier = courier;
    }

    TrialOutcome run(Procedure.IdleConnections procedure) {
        List<Transport.Connection> idle = new ArrayList<>();
        try {
            Optional<Failure> refused = Optional.empty();
            for (int i = 0; i < procedure.connections() && refused.isEmpty(); i++) {
                Transport.Connection connection = courier.open();
                idle.add(connection);
                refused = connection.connect();
                if (i % AT_ONCE == AT_ONCE - 1) {
                    Pauses.pause(BREATH);
                }
            }
            if (refused.filter(f -> f.kind() == Failure.Kind.CONNECT_FAILED).isPresent()) {
                // Most likely this side is not allowed that many.
                return new ProvesNothing(refused.get().words(), List.of(), false);
            }
            Exchange valid = courier.send(DeliveryPlan.valid(), Role.TRIAL);
            int open = refused.isPresent() ? idle.size() - 1 : idle.size();
            return valid.accepted()
                    ? new Held(List.of())
                    : TrialOutcome.limited(valid).orElseGet(() -> heldUp(open, valid));
        } finally {
            idle.forEach(Transport.Connection::close);
        }
    }

    private static TrialOutcome heldUp(int open, Exchange valid) {
        List<Fact> facts =
                List.of(new Fact("idle connections", Integer.toString(open)), new Fact("actual", Words.of(valid)));
        // The connections are the reason, and they are closed now.
        return new Broke(facts, false, TrialOutcome.Silence.NONE);
    }
}
