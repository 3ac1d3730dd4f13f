package io.statuspulse.fuzz;

import java.util.function.Supplier;

/** What fuzz targets hold of every input; cheap enough to be asked a million times. */
public final class Claim {
    private Claim() {}

    /** Fails with those words unless it holds. */
    public static void that(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** Fails unless the text may be printed as one line: not blank, no control character, no half of a surrogate pair. */
    public static void oneLine(String text) {
        that(!text.isBlank(), () -> "there are no words");
        text.codePoints()
                .forEach(c -> that(
                        !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE,
                        () -> "U+" + Integer.toHexString(c) + " is in: " + text));
    }

    /** As {@link #oneLine}, and ASCII. */
    public static void oneAsciiLine(String text) {
        oneLine(text);
        that(text.chars().allMatch(c -> c < 0x7f), () -> "there is more than ASCII in: " + text);
    }

    public static void same(Object one, Object other, Supplier<String> what) {
        that(one.equals(other), () -> what.get() + ": " + one + " is not " + other);
    }
}
