package io.statuspulse.conformance.scenario;

import io.statuspulse.simulator.delivery.Printable;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A version of the suite.
 *
 * @param major changes when a scenario changes what it asks
 * @param minor changes when scenarios are added
 */
public record SuiteVersion(int major, int minor) implements Comparable<SuiteVersion> {
    /** The suite's first version. */
    public static final SuiteVersion FIRST = new SuiteVersion(1, 0);

    private static final Pattern TEXT = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}");
    private static final Comparator<SuiteVersion> BY_NUMBERS =
            Comparator.comparingInt(SuiteVersion::major).thenComparingInt(SuiteVersion::minor);

    /**
     * Reads a version as it is written, e.g. {@code 1.0}.
     *
     * @throws IllegalArgumentException if it is not two numbers with a dot between them
     */
    public static SuiteVersion of(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "suite version: '" + Printable.decoded(text) + "' is none, expected e.g. 1.0");
        }
        int dot = text.indexOf('.');
        return new SuiteVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(SuiteVersion other) {
        return BY_NUMBERS.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
