package io.statuspulse.testcontainers;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;

/**
 * What a container printed while it started, and how it ended: where it does not start, Testcontainers removes it before
 * anybody can ask.
 */
final class FirstWords implements Consumer<OutputFrame> {
    /** The log ends when the container does, and arrives on a thread of its own. */
    private static final Duration LONGEST_ECHO = Duration.ofSeconds(2);

    private final GenericContainer<?> container;
    private final LogTail tail = new LogTail();
    private volatile Optional<String> exit = Optional.empty();

    FirstWords(GenericContainer<?> container) {
        this.container = container;
    }

    @Override
    public void accept(OutputFrame frame) {
        if (frame.getType() == OutputFrame.OutputType.END) {
            exit = exit.or(() -> Exit.ofItsOwn(container));
            tail.end();
        } else if (frame.getBytes() != null) {
            tail.add(frame.getBytes());
        }
    }

    /** Waits until what was printed has arrived, and not for long: nothing comes of a container that was never made. */
    void awaitEnd() {
        tail.awaitEnd(LONGEST_ECHO);
    }

    /** Returns how it ended by itself, where it did and that was seen. */
    Optional<String> exit() {
        return exit;
    }

    String text() {
        return tail.text();
    }
}
