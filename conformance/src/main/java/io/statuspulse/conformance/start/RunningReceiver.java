package io.statuspulse.conformance.start;

import java.net.URI;

/** A receiver that was started for a run. Thread-safe. */
public interface RunningReceiver extends AutoCloseable {

    /** Where it takes deliveries. */
    URI url();

    /** What it printed so far, the end of it where it was much; empty where that is not known. */
    default String log() {
        return "";
    }

    /** Stops it; has no effect the second time. */
    @Override
    void close();
}
