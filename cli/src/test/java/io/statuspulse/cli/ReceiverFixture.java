package io.statuspulse.cli;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.receiver.ReceiverSettings;

/** A receiver to run commands against, with the secret that {@link #command} hands them. */
record ReceiverFixture(BuiltInReceiver receiver) implements AutoCloseable {
    static final String SECRET = "whsec_of_the_tests_0f9e8d7c";

    static ReceiverFixture correct() {
        return new ReceiverFixture(BuiltInReceiver.start(ReceiverSettings.of(SECRET)));
    }

    static ReceiverFixture with(String defect) {
        return new ReceiverFixture(BuiltInReceiver.start(
                ReceiverSettings.of(SECRET).withDefect(Defects.named(defect).orElseThrow())));
    }

    String url() {
        return receiver.url().toString();
    }

    static Outcome.Invocation command() {
        return new Outcome.Invocation().env("STATUSPULSE_SECRET", SECRET);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
