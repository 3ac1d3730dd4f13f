package io.statuspulse.simulator.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The event types of the contract (REQ-PAY-2). */
public enum EventType {
    STATUS_CHANGE,
    LATENCY_SPIKE,
    MAINTENANCE_WINDOW,
    CERTIFICATE_EXPIRY;

    /** The type as it stands in a payload. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type that is written so in a payload. */
    public static Optional<EventType> named(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }
}
