package io.statuspulse.conformance.run;

import io.statuspulse.conformance.command.Command;
import io.statuspulse.conformance.run.Hooks.FailureHook;
import io.statuspulse.conformance.run.Hooks.RotationHook;
import io.statuspulse.simulator.delivery.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that does what a hook does. It is split at spaces, quotes keep a word together, no shell is involved; the
 * values are put in place of their names in braces, and are in the command's environment too, where no other user of the
 * machine sees them.
 */
public final class HookCommand {
    private static final int MOST_OUTPUT = 64 * 1024;
    private static final int MOST_SHOWN = 200;

    private final String name;
    private final Command command;
    private final Duration timeout;

    private HookCommand(String name, String command, Duration timeout) {
        this.name = name;
        this.command = Command.parse(name, command);
        this.timeout = timeout;
    }

    /**
     * A command that rotates: {@code {current}} and {@code {previous}} (empty where no overlap is on) are filled in;
     * {@code STATUSPULSE_CURRENT_SECRET} and {@code STATUSPULSE_PREVIOUS_SECRET} are in its environment.
     *
     * @param timeout how long it may take
     * @throws IllegalArgumentException if it is blank or a quote is not closed
     */
    public static RotationHook rotation(String command, Duration timeout) {
        HookCommand hook = new HookCommand("rotate", command, timeout);
        return (current, previous) -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("current", current);
            values.put("previous", previous.orElse(""));
            hook.run(
                    values,
                    Map.of("STATUSPULSE_CURRENT_SECRET", current, "STATUSPULSE_PREVIOUS_SECRET", previous.orElse("")));
        };
    }

    /**
     * A command that makes the receiver fail: {@code {event_id}} is filled in, and is {@code STATUSPULSE_EVENT_ID} in its
     * environment.
     *
     * @param timeout how long it may take
     * @throws IllegalArgumentException if it is blank or a quote is not closed
     */
    public static FailureHook failures(String command, Duration timeout) {
        HookCommand hook = new HookCommand("fail", command, timeout);
        return eventId -> hook.run(Map.of("event_id", eventId), Map.of("STATUSPULSE_EVENT_ID", eventId));
    }

    private void run(Map<String, String> values, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command.filled(values));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            await(process, values);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + command + "' cannot be run (" + e.getMessage() + ")", e);
        }
    }

    private void await(Process process, Map<String, String> values) {
        // Read beside the wait: a command whose output nobody takes does not end.
        StringBuilder output = new StringBuilder();
        Thread reader = Threads.daemon(name + " output").newThread(() -> read(process, output));
        reader.start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("'" + command + "' did not end within " + Words.of(timeout));
            }
            reader.join(timeout.toMillis());
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "'" + command + "' ended with " + process.exitValue() + said(output, values));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while '" + command + "' was running", e);
        }
    }

    private static void read(Process process, StringBuilder into) {
        try {
            byte[] output = process.getInputStream().readNBytes(MOST_OUTPUT);
            synchronized (into) {
                into.append(new String(output, StandardCharsets.UTF_8));
            }
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The command was ended, and what it would have said does not matter any more.
        }
    }

    /** What it said, with the values taken out: they are secrets. */
    private static String said(StringBuilder output, Map<String, String> values) {
        String text;
        synchronized (output) {
            text = output.toString().strip();
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = value.getValue().isEmpty() ? text : text.replace(value.getValue(), "{" + value.getKey() + "}");
        }
        String shown = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
        return shown.isEmpty() ? "" : ": " + Printable.of(shown);
    }
}
