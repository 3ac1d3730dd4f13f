package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.simulator.wire.SocketTransport;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.Transport;
import java.util.Optional;

/** How a run gets at its receiver, and what cannot be asked of it that way. */
public interface ReceiverAccess {

    /** Over sockets, as a sender of webhooks does: everything can be asked. */
    ReceiverAccess OVER_SOCKETS =
            settings -> SocketTransport.create(settings.deadlines(), settings.tls(), settings.clock(), settings.pace());

    /** Makes the transport of one run, which closes it. */
    Transport transport(RunSettings settings);

    /**
     * Returns why a scenario is not applicable: what it is about would not be there, so that passing would mean nothing.
     * Empty where it can be asked.
     */
    default Optional<String> whyNot(Scenario scenario) {
        return Optional.empty();
    }

    /** Returns what reports call the receiver. */
    default String describe(Target target) {
        return target.toString();
    }
}
