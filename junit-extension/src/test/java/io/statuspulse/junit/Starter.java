package io.statuspulse.junit;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.start.ReceiverStarter;
import io.statuspulse.conformance.start.RunningReceiver;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Starts built-in receivers, and notes what it started and what was stopped. */
final class Starter implements ReceiverStarter {
    private final Supplier<BuiltInReceiver> receivers;
    private final String log;

    /** What was done, in order: {@code started}, {@code stopped}. */
    final List<String> events = new CopyOnWriteArrayList<>();

    Starter(Supplier<BuiltInReceiver> receivers, String log) {
        this.receivers = receivers;
        this.log = log;
    }

    @Override
    public RunningReceiver start() {
        BuiltInReceiver receiver = receivers.get();
        events.add("started");
        return new RunningReceiver() {
            @Override
            public URI url() {
                return receiver.url();
            }

            @Override
            public String log() {
                return log;
            }

            @Override
            public void close() {
                receiver.close();
                events.add("stopped");
            }
        };
    }
}
