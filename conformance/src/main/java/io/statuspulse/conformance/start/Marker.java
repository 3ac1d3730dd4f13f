package io.statuspulse.conformance.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A variable in a process's environment, which every process inherits that it starts. Linux lets it be read
 * (proc(5), {@code /proc/PID/environ}), and so tells whose they are after their parents have ended.
 *
 * @param value unique
 */
record Marker(String value) {
    private static final String NAME = "STATUSPULSE_STARTED";
    private static final Path PROCESSES = Path.of("/proc");

    static Marker unique() {
        return new Marker(UUID.randomUUID().toString());
    }

    void addTo(Map<String, String> environment) {
        environment.put(NAME, value);
    }

    /** Returns the processes that bear it; none where the system does not tell. */
    List<ProcessHandle> bearers() {
        return Files.isReadable(PROCESSES.resolve("self/environ"))
                ? ProcessHandle.allProcesses().filter(this::isBorneBy).toList()
                : List.of();
    }

    private boolean isBorneBy(ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(PROCESSES.resolve(process.pid() + "/environ"));
            return Arrays.asList(new String(environment, StandardCharsets.ISO_8859_1).split("\0"))
                    .contains(NAME + "=" + value);
        } catch (IOException e) {
            return false; // It has ended, or is another user's.
        }
    }
}
