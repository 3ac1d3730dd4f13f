package io.statuspulse.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final String TEXT = "whsec_Zürich_7d1f";
    private static final Secret SECRET = Secret.of(TEXT);

    @Test
    void isKeyedWithTheWholeTextAsUtf8() {
        assertThat(SECRET.key()).isEqualTo(Bytes.utf8(TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void refusesAnEmptyOrBlankText(String text) {
        assertThatThrownBy(() -> Secret.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("secret: is " + (text.isEmpty() ? "empty" : "blank"));
    }

    @Test
    void showsItselfNowhere() {
        Secrets secrets = new Secrets(SECRET, Optional.of(Secret.of("whsec_before")), List.of(Secret.of("whsec_old")));

        assertThat(SECRET).hasToString("Secret[hidden]");
        assertThat(SECRET.toString() + secrets + secrets.all().toList()).doesNotContain("whsec", "7d1f", "before");
    }

    @Test
    void equalsASecretOfTheSameText() {
        assertThat(SECRET)
                .isEqualTo(Secret.of(TEXT))
                .hasSameHashCodeAs(Secret.of(TEXT))
                .isNotEqualTo(Secret.of(TEXT + "x"))
                .isNotEqualTo(TEXT);
    }

    @Test
    void redactsItselfInDecodedTextAndInTextWhoseCharsAreBytes() {
        assertThat(SECRET.redact("a " + TEXT + " b " + TEXT)).isEqualTo("a [secret] b [secret]");
        assertThat(SECRET.redact("a " + Bytes.utf8(TEXT).asLatin1() + " b")).isEqualTo("a [secret] b");
        assertThat(SECRET.redact("whsec_other")).isEqualTo("whsec_other");
    }

    @Test
    void findsItselfInBytes() {
        assertThat(SECRET.isIn(Bytes.utf8("{\"s\":\"" + TEXT + "\"}"))).isTrue();
        assertThat(SECRET.isIn(Bytes.utf8(TEXT + "\"}"))).isTrue();
        assertThat(SECRET.isIn(Bytes.utf8(TEXT.substring(1)))).isFalse();
    }

    @Test
    void redactsTheLongerSecretFirstWhereOneBeginsWithAnother() {
        Secrets secrets =
                new Secrets(Secret.of("whsec_a"), Optional.of(Secret.of("whsec_ab")), List.of(Secret.of("whsec_abc")));

        assertThat(secrets.redact("whsec_abc whsec_ab whsec_a")).isEqualTo("[secret] [secret] [secret]");
    }

    @Test
    void redactsTheOnlySecret() {
        assertThat(Secrets.of(SECRET).redact("a " + TEXT + " b")).isEqualTo("a [secret] b");
    }

    @Test
    void redactsTwoSecretsOrOneThatIsRetired() {
        Secret other = Secret.of("whsec_ab");
        for (Secrets secrets : List.of(
                new Secrets(SECRET, Optional.of(other), List.of()),
                new Secrets(SECRET, Optional.empty(), List.of(other)))) {
            assertThat(secrets.redact("whsec_ab " + TEXT)).isEqualTo("[secret] [secret]");
        }
    }

    @Test
    void refusesAPreviousSecretThatIsTheCurrentOne() {
        assertThatThrownBy(() -> new Secrets(SECRET, Optional.of(Secret.of(TEXT)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("previous secret: ")
                .hasMessageNotContaining("7d1f");
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "whsec_previous"})
    void refusesARetiredSecretThatIsStillInUse(String retired) {
        Optional<Secret> previous = Optional.of(Secret.of("whsec_previous"));

        assertThatThrownBy(() -> new Secrets(SECRET, previous, List.of(Secret.of("whsec_old"), Secret.of(retired))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("retired secret: ")
                .hasMessageNotContaining("whsec");
    }

    @Test
    void listsTheCurrentSecretFirst() {
        Secret previous = Secret.of("whsec_previous");
        Secret retired = Secret.of("whsec_old");

        assertThat(new Secrets(SECRET, Optional.of(previous), List.of(retired)).all())
                .containsExactly(SECRET, previous, retired);
        assertThat(Secrets.of(SECRET).all()).containsExactly(SECRET);
    }
}
