package io.statuspulse.simulator.delivery;

import static io.statuspulse.simulator.delivery.Composing.CURRENT;
import static io.statuspulse.simulator.delivery.Composing.PREVIOUS;
import static io.statuspulse.simulator.delivery.Composing.RETIRED;
import static io.statuspulse.simulator.delivery.Composing.hmac;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SigningKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final int SHOWN = 8;
    private static final Delivery CONTROL = Composing.control();
    private static final Redaction REDACTION = CONTROL.redaction();
    private static final String SIGNATURE = Composing.signature(CONTROL);

    static Stream<Edit> edits() {
        return EditSamples.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void showsAtMostEightDigitsOfASignature(Edit edit) {
        assertHidden(Composing.but(edit), edit);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void showsAtMostEightDigitsOfASignatureMadeWithAnotherSecret(Edit edit) {
        assertHidden(Composing.but(new SigningEdit.SignWith(SigningKey.Known.PREVIOUS), edit), edit);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void showsAtMostEightCharactersOfABase64Signature(Edit edit) {
        assertHidden(Composing.but(new SigningEdit.EncodeAs(SignatureEncoding.BASE64), edit), edit);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void showsAtMostEightDigitsWhateverTheScheme(Edit edit) {
        SignatureScheme scheme = SignatureScheme.STATUSPULSE.withPrefix("v1=");

        assertHidden(Composing.compose(DeliveryPlan.valid().but(edit), Composing.SECRETS, scheme), edit);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void knowsWhatTheReceiverComputesWhateverIsSignedAndSent(Edit edit) {
        SignatureScheme usual = SignatureScheme.STATUSPULSE;
        SignatureScheme inBase64 = usual.withEncoding(SignatureEncoding.BASE64);
        DeliveryPlan plan = DeliveryPlan.valid().but(edit);
        DeliveryPlan byPrevious = DeliveryPlan.valid().but(new SigningEdit.SignWith(SigningKey.Known.PREVIOUS), edit);

        for (Delivery delivery : List.of(
                Composing.compose(plan),
                Composing.compose(byPrevious),
                Composing.compose(plan, Composing.SECRETS, usual.withPrefix("v1=")),
                Composing.compose(plan, Composing.SECRETS, inBase64))) {
            String timestamp = Composing.headers(delivery, "X-StatusPulse-Timestamp").stream()
                    .findFirst()
                    .map(String::strip)
                    .orElse("");

            assertThat(delivery.redaction()
                            .revealsExpectedSignature(Bytes.utf8(hmac(CURRENT, timestamp, delivery.body()))))
                    .isTrue();
        }
    }

    @Test
    void showsNoMoreOfOneThatIsEncodedForAQuery() {
        Edit inBase64 = new SigningEdit.EncodeAs(SignatureEncoding.BASE64);
        List<Delivery> encodedEarly = IntStream.range(0, 50)
                .mapToObj(number -> Composing.ofEvent(number, inBase64))
                .filter(delivery -> encoded(delivery).substring(0, SHOWN).contains("%"))
                .toList();

        assertThat(encodedEarly)
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(delivery.redaction().apply("?s=" + encoded(delivery) + "&t=1"))
                        .isEqualTo("?s=" + encoded(delivery).substring(0, SHOWN) + "...&t=1"));
    }

    private static String encoded(Delivery delivery) {
        return URLEncoder.encode(Composing.signature(delivery), StandardCharsets.UTF_8);
    }

    @Test
    void findsTheSignatureWhereNothingIsRedacted() {
        Edit none = new SentEdit.AddHeader("X-None", "");

        assertThat(found(forbidden(CONTROL, none), Composing.wire(CONTROL).asLatin1()))
                .hasSize(SIGNATURE.length() - SHOWN);
    }

    @Test
    void showsTheFirstEightDigits() {
        assertThat(REDACTION.apply("signature: " + SIGNATURE + ", stop"))
                .isEqualTo("signature: " + SIGNATURE.substring(0, 8) + "..., stop");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "ok, ok",
        "deadbeef, deadbeef",
        "deadbeef0, deadbeef...",
        "a DEADBEEF0x, a DEADBEEF...",
        "bEADBEEF0, bEADBEEF...",
        "BeadBeef0, BeadBeef...",
        "'deadbeef01,deadbeef02', 'deadbeef...,deadbeef...'",
        "deadbeef0deadbeef0, deadbeef...",
        "deadbeef09azAZ+/=_%-., deadbeef....",
        "xdeadbee deadbeef0 end, xdeadbee deadbeef... end"
    })
    void leavesWhatIsNoneAndEightDigitsOfWhatIs(String text, String shown) {
        Redaction redaction = new Redaction(Composing.SECRETS, List.of("deadbeef0", "BEADBEEF0"), () -> SIGNATURE);

        assertThat(redaction.apply(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(chars = {'.', ',', ':', '@', '[', '`', '{', ' ', '"', '\u00e9'})
    void stopsWhereNoSignatureGoesOn(char after) {
        Redaction redaction = new Redaction(Composing.SECRETS, List.of("deadbeef0"), () -> SIGNATURE);

        assertThat(redaction.apply("deadbeef0zZ9" + after + "zz")).isEqualTo("deadbeef..." + after + "zz");
    }

    @Test
    void knowsAnExpectedSignatureThatIsRevealed() {
        byte[] mac = HexFormat.of().parseHex(SIGNATURE);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(mac);
        for (String revealed : List.of(SIGNATURE, SIGNATURE.toUpperCase(Locale.ROOT), base64, "\"" + base64 + "\"")) {
            assertThat(REDACTION.revealsExpectedSignature(Bytes.utf8(revealed + "\" }")))
                    .isTrue();
        }
        assertThat(REDACTION.revealsExpectedSignature(Bytes.utf8(SIGNATURE.substring(1) + " 0")))
                .isFalse();
        assertThat(REDACTION.revealsExpectedSignature(Bytes.EMPTY)).isFalse();
    }

    @Test
    void redactsWhatAnAnswerMakesOfTheSignature() {
        byte[] mac = HexFormat.of().parseHex(SIGNATURE);
        for (String echo : List.of(
                SIGNATURE.toUpperCase(Locale.ROOT),
                SIGNATURE.substring(0, 40),
                SIGNATURE + "ffff",
                "sha256=" + SIGNATURE,
                SignatureAlteration.wrong(SIGNATURE),
                Base64.getEncoder().encodeToString(mac),
                Base64.getUrlEncoder().withoutPadding().encodeToString(mac))) {
            String shown = REDACTION.apply("expected '" + echo + "'");
            assertThat(shown).endsWith("...'").hasSizeLessThan("expected ''sha256=...".length() + SHOWN + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CURRENT, PREVIOUS, RETIRED})
    void redactsEverySecret(String secret) {
        assertThat(REDACTION.apply("<" + secret + ">")).isEqualTo("<[secret]>");
        assertThat(REDACTION.apply(Bytes.utf8("<" + secret + ">"))).isEqualTo(Bytes.utf8("<[secret]>"));
    }

    @Test
    void leavesEverythingElse() {
        String text = "{\"error\":\"no\",\"event_id\":\"" + CONTROL.eventId() + "\",\"sig\":\""
                + SIGNATURE.substring(0, 8) + "\"} \u00e9\u0000 $1 \\E";

        assertThat(REDACTION.apply(text)).isEqualTo(text);
    }

    @Test
    void findsASecretInAnAnswer() {
        assertThat(REDACTION.revealsSecret(Bytes.utf8("key=" + CURRENT))).isTrue();
        assertThat(REDACTION.revealsSecret(Bytes.utf8("key=" + RETIRED + ";"))).isTrue();
        assertThat(REDACTION.revealsSecret(Bytes.utf8("key=" + CURRENT.substring(1))))
                .isFalse();
        assertThat(REDACTION.revealsSecret(Bytes.EMPTY)).isFalse();
    }

    @Test
    void findsTheExpectedSignatureInAnAnswerHoweverItIsWritten() {
        byte[] mac = HexFormat.of().parseHex(SIGNATURE);
        assertThat(List.of(
                        "expected " + SIGNATURE + ".",
                        SIGNATURE.toUpperCase(Locale.ROOT),
                        "sha256=" + SIGNATURE,
                        Base64.getEncoder().encodeToString(mac),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(mac)))
                .allMatch(answer -> REDACTION.revealsExpectedSignature(Bytes.utf8(answer)));
        assertThat(List.of("", SIGNATURE.substring(1), SignatureAlteration.wrong(SIGNATURE)))
                .noneMatch(answer -> REDACTION.revealsExpectedSignature(Bytes.utf8(answer)));
    }

    @Test
    void expectsTheSignatureOfWhatIsSent() {
        Delivery tampered = Composing.but(new SentEdit.TamperBody(new BodyEdit.FlipBit()));
        String expected = hmac(CURRENT, Composing.SECONDS, tampered.body());

        assertThat(expected).isNotEqualTo(SIGNATURE);
        assertThat(tampered.redaction().revealsExpectedSignature(Bytes.utf8(expected)))
                .isTrue();
        assertThat(tampered.redaction().revealsExpectedSignature(Bytes.utf8(SIGNATURE)))
                .isFalse();
    }

    @Test
    void expectsTheSignatureOfTheTimestampThatIsSent() {
        Delivery padded = Composing.but(new SentEdit.DecorateTimestamp(" ", "0 "));
        String expected = hmac(CURRENT, Composing.SECONDS + "0", padded.body());

        assertThat(padded.redaction().revealsExpectedSignature(Bytes.utf8(expected)))
                .isTrue();
    }

    @Test
    void showsNothingOfADeliveryThatIsPrinted() {
        Delivery delivery = Composing.but(new SentEdit.MoveSignature(SentEdit.SignaturePlace.QUERY));

        assertThat(delivery.toString())
                .isEqualTo("Delivery[" + delivery.eventId() + ", edits: MoveSignature[query], "
                        + delivery.body().size() + " bytes of body]");
        assertThat(CONTROL.toString()).contains("edits: none");
        assertThat(REDACTION).hasToString("Redaction[hidden]");
    }

    private static void assertHidden(Delivery delivery, Edit edit) {
        List<String> raw = new ArrayList<>(List.of(
                delivery.requestLine(),
                delivery.body().asLatin1(),
                Composing.wire(delivery).asLatin1()));
        delivery.headers().forEach(line -> raw.add(line.name() + ": " + line.value()));
        Set<String> forbidden = forbidden(delivery, edit);
        for (String text : raw) {
            String shown = delivery.redaction().apply(text);
            assertThat(found(forbidden, shown)).as(edit.print()).isEmpty();
            assertThat(found(forbidden, shown.replaceAll("[ z-]", "")))
                    .as(edit.print() + ", what separates the digits left out")
                    .isEmpty();
            assertThat(shown).doesNotContain(CURRENT, PREVIOUS, RETIRED);
        }
    }

    private static Set<String> found(Set<String> forbidden, String text) {
        Set<String> found = new HashSet<>(windows(text));
        found.retainAll(forbidden);
        return found;
    }

    /** All runs of nine characters of what the configured secrets sign, in every spelling. */
    private static Set<String> forbidden(Delivery delivery, Edit edit) {
        Set<String> forbidden = new HashSet<>();
        for (String secret : List.of(CURRENT, PREVIOUS, RETIRED)) {
            for (Bytes body : List.of(CONTROL.body(), delivery.body())) {
                for (String timestamp : timestamps(delivery)) {
                    forbidden.addAll(spellings(hmac(secret, timestamp, body)));
                }
            }
        }
        if (edit instanceof SigningEdit && !(edit instanceof SigningEdit.SignWith)) {
            String signature = Composing.signature(delivery);
            forbidden.addAll(windows(signature));
        }
        return forbidden;
    }

    private static List<String> timestamps(Delivery delivery) {
        return Stream.concat(
                        Stream.of(Composing.SECONDS),
                        Composing.headers(delivery, "X-StatusPulse-Timestamp").stream()
                                .map(String::strip))
                .distinct()
                .toList();
    }

    private static Set<String> spellings(String signature) {
        byte[] mac = HexFormat.of().parseHex(signature);
        Set<String> spellings = new HashSet<>(windows(signature));
        spellings.addAll(windows(SignatureAlteration.wrong(signature)));
        spellings.addAll(windows(Base64.getEncoder().encodeToString(mac)));
        spellings.addAll(windows(Base64.getUrlEncoder().encodeToString(mac)));
        return spellings;
    }

    private static Set<String> windows(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> windows = new HashSet<>();
        for (int i = 0; i + SHOWN + 1 <= lower.length(); i++) {
            windows.add(lower.substring(i, i + SHOWN + 1));
        }
        return windows;
    }
}
