package io.statuspulse.wiremock;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a stub mapping says of secrets and tolerance, and what holds where it says nothing.
 *
 * @param inCode what was given in Java; its current secret goes before the environment's
 * @param environment tells an environment variable
 */
record SignatureParameters(Optional<SignatureVerifier> inCode, Function<String, Optional<String>> environment) {
    static final String NAME = "statuspulse-signature";

    /** Where the secret is unless something else says so; the same as the command's. */
    static final String VARIABLE = "STATUSPULSE_SECRET";

    private static final String SECRET = "secret";
    private static final String PREVIOUS_SECRET = "previousSecret";
    private static final String TOLERANCE = "toleranceSeconds";
    private static final String FROM_ENVIRONMENT = "Env";
    private static final Duration MOST_TOLERANCE = Duration.ofDays(1);

    private static final List<String> OF_SIGNING = List.of(SECRET, SECRET + FROM_ENVIRONMENT);
    private static final List<String> OF_MATCHING =
            List.of(SECRET, SECRET + FROM_ENVIRONMENT, PREVIOUS_SECRET, PREVIOUS_SECRET + FROM_ENVIRONMENT, TOLERANCE);

    static SignatureParameters of(Optional<SignatureVerifier> inCode) {
        return new SignatureParameters(inCode, name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * Returns the secret to sign with.
     *
     * @throws IllegalArgumentException if the parameters do not say which; the message names the parameter, and no secret
     */
    Secret secret(Map<String, ?> given) {
        checkNames(given, OF_SIGNING);
        return current(given);
    }

    /**
     * Returns what verifies.
     *
     * @throws IllegalArgumentException as {@link #secret}, and for a tolerance that is none
     */
    SignatureVerifier verifier(Map<String, ?> given) {
        checkNames(given, OF_MATCHING);
        boolean ownSecret = given.containsKey(SECRET) || given.containsKey(SECRET + FROM_ENVIRONMENT);
        Optional<Secret> inherited = ownSecret
                ? Optional.empty()
                : inCode.flatMap(verifier -> verifier.secrets().previous());
        Optional<Secret> previous = text(given, PREVIOUS_SECRET)
                .map(text -> secret(PREVIOUS_SECRET, text))
                .or(() -> inherited);
        return new SignatureVerifier(secrets(current(given), previous), tolerance(given));
    }

    private static Secrets secrets(Secret current, Optional<Secret> previous) {
        try {
            return new Secrets(current, previous, List.of());
        } catch (IllegalArgumentException e) {
            throw mistake(String.valueOf(e.getMessage()));
        }
    }

    private Secret current(Map<String, ?> given) {
        return text(given, SECRET)
                .map(text -> secret(SECRET, text))
                .or(() -> inCode.map(verifier -> verifier.secrets().current()))
                .or(() -> environment.apply(VARIABLE).map(text -> secret(VARIABLE, text)))
                .orElseThrow(() ->
                        mistake("there is no secret; expected the parameter secret or secretEnv, a secret in Java,"
                                + " or the environment variable " + VARIABLE));
    }

    private static Secret secret(String where, String text) {
        if (text.isBlank()) {
            throw mistake(where + " is " + (text.isEmpty() ? "empty" : "blank")
                    + "; expected the text that the provider shows");
        }
        return Secret.of(text);
    }

    /** Reads a text that stands in the parameter itself, or in the environment variable that another one names. */
    private Optional<String> text(Map<String, ?> given, String parameter) {
        Optional<String> itself = string(given, parameter);
        Optional<String> variable = string(given, parameter + FROM_ENVIRONMENT);
        if (itself.isPresent() && variable.isPresent()) {
            throw mistake(parameter + " and " + parameter + FROM_ENVIRONMENT + " are both given; expected one of them");
        }
        return itself.or(() -> variable.map(name -> environment
                .apply(name)
                .orElseThrow(() -> mistake(parameter + FROM_ENVIRONMENT + " names the environment variable '" + name
                        + "', which is not set"))));
    }

    private static Optional<String> string(Map<String, ?> given, String parameter) {
        @Nullable Object value = given.get(parameter);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw mistake(parameter + " is no text");
    }

    private Duration tolerance(Map<String, ?> given) {
        @Nullable Object value = given.get(TOLERANCE);
        if (value == null) {
            return inCode.map(SignatureVerifier::tolerance).orElse(SignatureVerifier.DEFAULT_TOLERANCE);
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        long seconds = whole ? ((Number) value).longValue() : -1;
        if (seconds < 0 || seconds > MOST_TOLERANCE.toSeconds()) {
            throw mistake(
                    TOLERANCE + " is " + value + "; expected a whole number from 0 to " + MOST_TOLERANCE.toSeconds());
        }
        return Duration.ofSeconds(seconds);
    }

    private static void checkNames(Map<String, ?> given, List<String> known) {
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                throw mistake("'" + name + "' is no parameter; expected " + String.join(", ", known));
            }
        }
    }

    private static IllegalArgumentException mistake(String words) {
        return new IllegalArgumentException(NAME + ": " + words);
    }

    /** Has WireMock refuse a stub, in its own way: with status 422 where it came over the admin API. */
    static InvalidInputException refusal(String pointer, IllegalArgumentException cause) {
        InvalidInputException refusal =
                new InvalidInputException(Errors.validation(pointer, String.valueOf(cause.getMessage())));
        refusal.initCause(cause);
        return refusal;
    }
}
