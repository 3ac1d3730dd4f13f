package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A ready-made selection of scenarios. */
public enum Profile {
    /** The handshake of valid and forged: what to run while writing a receiver. */
    QUICK,
    /** Everything that neither waits nor sends megabytes. */
    DEFAULT,
    /** Everything. */
    FULL;

    boolean includes(Scenario scenario) {
        return switch (this) {
            case QUICK -> scenario.has(Tag.QUICK);
            case DEFAULT -> !scenario.has(Tag.SLOW) && !scenario.has(Tag.HEAVY);
            case FULL -> true;
        };
    }

    /** The name as the command line writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the profile of that name. */
    public static Optional<Profile> named(String label) {
        return Arrays.stream(values()).filter(p -> p.label().equals(label)).findFirst();
    }
}
