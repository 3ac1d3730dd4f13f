package io.statuspulse.conformance.curl;

import io.statuspulse.conformance.verdict.Result;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The delivery of which a scenario failed, to be sent again by hand.
 *
 * @param command one line for a POSIX shell with curl and openssl; empty where there is none. It is dated and signed when
 *     it is run, with the secret in {@code $STATUSPULSE_SECRET}; nothing confidential is in it.
 * @param whyNot why there is none; empty where there is one
 */
public record Curl(Optional<String> command, String whyNot) {

    /**
     * Returns it for a result that failed.
     *
     * @param target the receiver's URL, or what it is where it was called within a process
     * @param hidden the names of headers of which no value may be shown
     */
    public static Curl of(String target, Result result, Predicate<String> hidden) {
        try {
            return new Curl(Optional.of(new CurlCommand(target, Culprit.of(result), hidden).toString()), "");
        } catch (NotForCurlException e) {
            return new Curl(Optional.empty(), e.reason());
        }
    }
}
