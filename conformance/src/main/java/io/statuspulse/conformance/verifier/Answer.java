package io.statuspulse.conformance.verifier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a verifier said of a request.
 *
 * @param id the request's
 * @param said what it said
 * @param message what it said beside that, as it came; may be empty
 */
record Answer(String id, Said said, String message) {

    /** What can be said. */
    enum Said {
        ACCEPT,
        REJECT,
        /** It broke down, which is no rejection: a receiver would answer 500. */
        ERROR;

        /** The word as answers have it. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Said> named(String label) {
            return Arrays.stream(values())
                    .filter(said -> said.label().equals(label))
                    .findFirst();
        }
    }
}
