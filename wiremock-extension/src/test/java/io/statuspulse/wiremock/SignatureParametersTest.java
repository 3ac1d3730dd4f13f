package io.statuspulse.wiremock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureParametersTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("ONE", "whsec_one", "EMPTY", "", "SAME", "whsec_same");
    private static final SignatureParameters PARAMETERS =
            new SignatureParameters(Optional.empty(), name -> Optional.ofNullable(ENVIRONMENT.get(name)));

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "there is no secret; expected the parameter secret or secretEnv, a secret in Java, or the"
                                + " environment variable STATUSPULSE_SECRET",
                        Map.of()),
                arguments("secret is empty; expected the text that the provider shows", Map.of("secret", "")),
                arguments("secret is blank; expected the text that the provider shows", Map.of("secret", " ")),
                arguments("secret is no text", Map.of("secret", 1)),
                arguments("secret is empty; expected the text that the provider shows", Map.of("secretEnv", "EMPTY")),
                arguments(
                        "secretEnv names the environment variable 'NONE', which is not set",
                        Map.of("secretEnv", "NONE")),
                arguments(
                        "secret and secretEnv are both given; expected one of them",
                        Map.of("secret", "whsec_x", "secretEnv", "ONE")),
                arguments(
                        "previousSecret and previousSecretEnv are both given; expected one of them",
                        Map.of("secret", "whsec_x", "previousSecret", "whsec_y", "previousSecretEnv", "ONE")),
                arguments(
                        "previousSecret is blank; expected the text that the provider shows",
                        Map.of("secret", "whsec_x", "previousSecret", "\t")),
                arguments(
                        "previous secret: is the same as the current one; leave it out when no rotation is under way",
                        Map.of("secret", "whsec_same", "previousSecretEnv", "SAME")),
                arguments(
                        "toleranceSeconds is -1; expected a whole number from 0 to 86400",
                        Map.of("secret", "whsec_x", "toleranceSeconds", -1)),
                arguments(
                        "toleranceSeconds is 86401; expected a whole number from 0 to 86400",
                        Map.of("secret", "whsec_x", "toleranceSeconds", 86401L)),
                arguments(
                        "toleranceSeconds is 300; expected a whole number from 0 to 86400",
                        Map.of("secret", "whsec_x", "toleranceSeconds", "300")),
                arguments(
                        "toleranceSeconds is 1.5; expected a whole number from 0 to 86400",
                        Map.of("secret", "whsec_x", "toleranceSeconds", 1.5)),
                arguments(
                        "'tolerance' is no parameter; expected secret, secretEnv, previousSecret, previousSecretEnv,"
                                + " toleranceSeconds",
                        Map.of("secret", "whsec_x", "tolerance", 3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistakeIsNamedWithoutASecret(String words, Map<String, Object> given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARAMETERS.verifier(given))
                .withMessage("statuspulse-signature: " + words)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("whsec_"));
    }

    @Test
    void whatIsNoParameterOfSigningIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARAMETERS.secret(Map.of("secret", "whsec_x", "previousSecret", "whsec_y")))
                .withMessage("statuspulse-signature: 'previousSecret' is no parameter; expected secret, secretEnv");
    }

    @Test
    void boundsOfTheToleranceAreIn() {
        assertThat(tolerance(0)).isEqualTo(Duration.ZERO);
        assertThat(tolerance(86400)).isEqualTo(Duration.ofDays(1));
        assertThat(tolerance(86400L)).isEqualTo(Duration.ofDays(1));
        assertThat(PARAMETERS.verifier(Map.of("secret", "whsec_x")).tolerance()).isEqualTo(Duration.ofSeconds(300));
    }

    private static Duration tolerance(Object seconds) {
        return PARAMETERS
                .verifier(Map.of("secretEnv", "ONE", "toleranceSeconds", seconds))
                .tolerance();
    }
}
