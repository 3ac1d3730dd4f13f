package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.SIG_3;
import static io.statuspulse.conformance.vectors.Reason.SIGNATURE_MALFORMED;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The right signature cut to every length at either end, and with more before and after it. */
final class LengthVectors {
    private static final int DIGITS = 64;
    private static final Request GENUINE =
            Setting.USUAL.request(Bytes.utf8("{\"event_id\":\"evt_111111111111\",\"region\":\"eu-west-1\"}"));

    private static final Request OTHER =
            Setting.USUAL.request(Bytes.utf8("{\"event_id\":\"evt_111111111112\",\"region\":\"eu-west-1\"}"));

    private static final Family TRUNCATED = Family.must("signature/truncated", SIG_3, VectorFlag.TRUNCATED_MAC);
    private static final Family EXTENDED = Family.must("signature/extended-by", SIG_3, VectorFlag.EXTENDED_SIGNATURE);
    private static final Family INSIDE = Family.must("signature/with-inside", SIG_3, VectorFlag.EXTENDED_SIGNATURE);

    private LengthVectors() {}

    static Stream<SignatureVector> list() {
        return Stream.of(beginnings(), ends(), zeros(), others(), inside()).flatMap(vectors -> vectors);
    }

    private static Stream<SignatureVector> beginnings() {
        return IntStream.range(0, DIGITS)
                .mapToObj(length -> TRUNCATED.invalid(
                        two("first", length),
                        "the first " + length + " digits",
                        SIGNATURE_MALFORMED,
                        GENUINE.withSignature(GENUINE.signature().substring(0, length))));
    }

    private static Stream<SignatureVector> ends() {
        return IntStream.range(1, DIGITS)
                .mapToObj(length -> TRUNCATED.invalid(
                        two("last", length),
                        "the last " + length + " digits",
                        SIGNATURE_MALFORMED,
                        OTHER.withSignature(OTHER.signature().substring(DIGITS - length))));
    }

    private static Stream<SignatureVector> zeros() {
        return IntStream.of(1, 2, 3, 4, 8, 16, 32, 64, 128)
                .boxed()
                .flatMap(count -> Stream.of(
                        extended("zeros-after-" + count, count + " zeros after it", "", "0".repeat(count)),
                        extended("zeros-before-" + count, count + " zeros before it", "0".repeat(count), "")));
    }

    private static Stream<SignatureVector> others() {
        String right = GENUINE.signature();
        return Stream.of(
                extended("itself", "the same digits once more", "", right),
                extended("nul", "a NUL after it", "", "\0"),
                extended("nul-and-text", "a NUL and text after it", "", "\0deadbeef"),
                extended("nul-before", "a NUL before it", "\0", ""),
                extended("letter-g", "a letter after it that is no digit", "", "g"),
                extended("semicolon", "a parameter after it", "", ";alg=sha256"),
                extended("newline-and-digits", "a newline and more digits after it", "", "\n00"),
                extended("digits-and-newline", "digits and a newline before it", "00\n", ""));
    }

    private static Stream<SignatureVector> inside() {
        return Stream.of(
                inside("space", "a space", " "),
                inside("tab", "a tab", "\t"),
                inside("newline", "a newline", "\n"),
                inside("line-end", "a carriage return and a newline", "\r\n"),
                inside("nul", "a NUL", "\0"),
                inside("colon", "a colon", ":"),
                inside("hyphen", "a hyphen", "-"),
                inside("underscore", "an underscore", "_"),
                inside("dot", "a dot", "."),
                inside("comma", "a comma", ","),
                inside("percent", "a percent sign", "%"),
                inside("letter-g", "a letter that is no digit", "g"),
                inside("soft-hyphen", "a soft hyphen in UTF-8", "\u00c2\u00ad"),
                inside("zero-width-space", "a zero width space in UTF-8", "\u00e2\u0080\u008b"),
                inside("zero", "a zero: 65 digits", "0"));
    }

    private static SignatureVector extended(String variant, String comment, String before, String after) {
        return EXTENDED.invalid(
                variant,
                "the right signature with " + comment,
                SIGNATURE_MALFORMED,
                GENUINE.withSignature(before + GENUINE.signature() + after));
    }

    private static SignatureVector inside(String variant, String comment, String what) {
        String right = GENUINE.signature();
        return INSIDE.invalid(
                variant,
                "the right signature with " + comment + " in its middle",
                SIGNATURE_MALFORMED,
                GENUINE.withSignature(right.substring(0, DIGITS / 2) + what + right.substring(DIGITS / 2)));
    }

    private static String two(String what, int length) {
        return what + String.format(Locale.ROOT, "-%02d", length);
    }
}
