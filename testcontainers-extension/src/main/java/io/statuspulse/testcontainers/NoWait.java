package io.statuspulse.testcontainers;

import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Takes a container for ready as soon as it runs. */
final class NoWait extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {
        // What a receiver needs is waited for afterwards, for every container alike.
    }
}
