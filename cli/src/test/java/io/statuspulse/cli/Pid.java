package io.statuspulse.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process that wrote its number into a file. */
record Pid(Path file) {

    /** Waits until it has. */
    Pid awaitStart() {
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file));
        return this;
    }

    long number() throws IOException {
        return Long.parseLong(Files.readString(file));
    }

    /** A process that has ended stays in the list until its parent asks for it, which some first processes never do. */
    boolean isGone() throws IOException {
        long number = number();
        if (ProcessHandle.of(number).filter(ProcessHandle::isAlive).isEmpty()) {
            return true;
        }
        Path stat = Path.of("/proc", Long.toString(number), "stat");
        return Files.exists(stat)
                && Files.readString(stat, StandardCharsets.ISO_8859_1).contains(") Z");
    }
}
