package io.statuspulse.junit;

import io.statuspulse.conformance.start.ReceiverStartException;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Why the receiver of a class cannot be tested: told whole to the first test, in one line to the others. */
final class Refusal {
    private final String summary;
    private final RuntimeException cause;
    private boolean told;

    Refusal(Class<?> testClass, RuntimeException cause) {
        this.summary = "the receiver of " + testClass.getName() + " cannot be tested: ";
        this.cause = cause;
    }

    ExtensionConfigurationException next() {
        String message = String.valueOf(cause.getMessage());
        boolean first = !told;
        told = true;
        if (first) {
            return new ExtensionConfigurationException(summary + message, cause);
        }
        String line = cause instanceof ReceiverStartException start
                ? start.reason()
                : message.lines().findFirst().orElse("");
        return new ExtensionConfigurationException(
                summary + line + (line.length() < message.length() ? " (more in the first failure of the class)" : ""));
    }
}
