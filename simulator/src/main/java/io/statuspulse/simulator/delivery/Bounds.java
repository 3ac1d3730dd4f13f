package io.statuspulse.simulator.delivery;

import java.time.Duration;
import java.util.HexFormat;

/** Checks of what edits are made with, so that a plan that cannot be composed is refused where it is written. */
final class Bounds {
    /** Of a body that is made in memory: as much as a body that is read from a file. */
    static final int MOST_BYTES = 32 << 20;

    /** Each field of {@link BodyEdit.CollidingFields} is some fifty bytes long. */
    static final int MOST_FIELDS = 500_000;

    private Bounds() {}

    static void atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(what + ": " + value + " is less than " + least);
        }
    }

    static void atMost(int most, int value, String what) {
        if (value > most) {
            throw new IllegalArgumentException(what + ": " + value + " is more than " + most);
        }
    }

    static void notNegative(Duration value, String what) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(what + ": " + Durations.print(value) + " is negative");
        }
    }

    static void hex(String value, String what) {
        try {
            HexFormat.of().parseHex(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    what + ": '" + Printable.of(value) + "' is not pairs of hex digits, e.g. 0d0a", e);
        }
    }
}
