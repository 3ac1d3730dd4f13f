package io.statuspulse.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends the command with one line of explanation. */
final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    private CliException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static CliException usage(String message) {
        return new CliException(ExitCode.USAGE, message, null);
    }

    static CliException usage(String message, Throwable cause) {
        return new CliException(ExitCode.USAGE, message, cause);
    }

    static CliException couldNotRun(String message) {
        return new CliException(ExitCode.COULD_NOT_RUN, message, null);
    }

    static CliException couldNotRun(String message, Throwable cause) {
        return new CliException(ExitCode.COULD_NOT_RUN, message, cause);
    }

    /** Returns what the library makes of input; what it says against the input becomes a usage error. */
    static <T> T checked(Supplier<T> library) {
        try {
            return library.get();
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()), e);
        }
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
