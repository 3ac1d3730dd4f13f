package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.SIG_1;
import static io.statuspulse.conformance.scenario.Requirement.TIME_3;
import static io.statuspulse.conformance.vectors.Reason.SIGNATURE_MISMATCH;
import static io.statuspulse.conformance.vectors.Reason.TIMESTAMP_MALFORMED;
import static io.statuspulse.conformance.vectors.VectorFlag.MAY_LEADING_ZEROS;
import static io.statuspulse.conformance.vectors.VectorFlag.MAY_PLUS_SIGN;
import static io.statuspulse.conformance.vectors.VectorFlag.MAY_SURROUNDING_SPACE;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The right moment in every other spelling, signed so; and timestamps that are not the signed one. */
final class TimestampVectors {
    private static final String NOW = Long.toString(Setting.NOW);
    private static final Bytes BODY = Bytes.utf8("{\"event_id\":\"evt_444444444444\",\"response_time_ms\":42}");
    private static final Request GENUINE = Setting.USUAL.request(BODY);

    private static final Family STRICT = Family.must("timestamp/spelt", TIME_3, VectorFlag.MALFORMED_TIMESTAMP);
    private static final Family LENIENT =
            Family.should("timestamp/spelt-leniently", TIME_3, VectorFlag.MALFORMED_TIMESTAMP);
    private static final Family ZEROS = Family.must("timestamp/zeros-before", TIME_3, VectorFlag.MALFORMED_TIMESTAMP);
    private static final Family SPACE = Family.should("timestamp/space-around", TIME_3, VectorFlag.MALFORMED_TIMESTAMP);
    private static final Family CHANGED = Family.must("timestamp/changed", SIG_1, VectorFlag.TAMPERED_TIMESTAMP);

    private TimestampVectors() {}

    static Stream<SignatureVector> list() {
        return Stream.of(lenient(), strict(), zeros(), spaces(), changed()).flatMap(vectors -> vectors);
    }

    /** What is the right moment to some parser. */
    private static Stream<SignatureVector> lenient() {
        return Stream.of(
                lenient("dot", NOW + "."),
                lenient("dot-zero", NOW + ".0"),
                lenient("dot-999", NOW + ".999"),
                lenient("comma-zero", NOW + ",0"),
                lenient("exponent-zero", NOW + "e0"),
                lenient("capital-exponent-zero", NOW + "E0"),
                lenient("exponent-nine", "1.7672256e9"),
                lenient("exponent-plus-nine", "1.7672256e+9"),
                lenient("exponent-of-integer", "17672256e2"),
                lenient("fraction-of-fraction", "17672256000e-1"),
                lenient("octal-0o", "0o" + Long.toOctalString(Setting.NOW)),
                lenient("binary-0b", "0b" + Long.toBinaryString(Setting.NOW)),
                lenient("hexadecimal-0x", "0x" + Long.toHexString(Setting.NOW)),
                lenient("hexadecimal-capital", "0X" + Long.toHexString(Setting.NOW)),
                lenient("hexadecimal-hash", "#" + Long.toHexString(Setting.NOW)),
                lenient("hexadecimal-bare", Long.toHexString(Setting.NOW)),
                lenient("hexadecimal-float", "0x1.a55b9p30"),
                lenient("underscores", "1_767_225_600"),
                lenient("commas", "1,767,225,600"),
                lenient("dots", "1.767.225.600"),
                lenient("apostrophes", "1'767'225'600"),
                lenient("thin-spaces", "1 767 225 600"),
                lenient("suffix-l", NOW + "L"),
                lenient("suffix-n", NOW + "n"),
                lenient("suffix-d", NOW + "d"),
                lenient("suffix-f", NOW + "f"),
                lenient("suffix-s", NOW + "s"),
                lenient("suffix-z", NOW + "Z"),
                lenient("quotes", '"' + NOW + '"'),
                lenient("apostrophe", "'" + NOW + "'"),
                lenient("brackets", "[" + NOW + "]"),
                lenient("parentheses", "(" + NOW + ")"),
                lenient("at", "@" + NOW),
                lenient("semicolon", NOW + ";"),
                lenient("comma", NOW + ","),
                lenient("list", NOW + "," + NOW),
                lenient("slash-one", NOW + "/1"),
                lenient("minus-zero", NOW + "-0"),
                lenient("two-plus-signs", "++" + NOW),
                lenient("two-minus-signs", "--" + NOW),
                lenient("percent", "%" + "31" + NOW.substring(1)),
                lenient("arabic-indic", shifted(0x660)),
                lenient("devanagari", shifted(0x966)),
                lenient("full-width", shifted(0xff10)),
                lenient("mathematical", shifted(0x1d7ce)),
                lenient(
                        "last-digit-arabic-indic",
                        NOW.substring(0, NOW.length() - 1)
                                + Bytes.utf8("\u0660").asLatin1()),
                lenient("superscript-after", NOW + "\u00b2"),
                lenient("rfc-3339", "2026-01-01T00:00:00Z"),
                lenient("rfc-3339-offset", "2026-01-01T01:00:00+01:00"),
                lenient("date", "2026-01-01"),
                lenient("http-date", "Thu, 01 Jan 2026 00:00:00 GMT"));
    }

    /** What is no moment at all, or another one: a check that fails with it open lets everything through. */
    private static Stream<SignatureVector> strict() {
        return Stream.of(
                strict("empty", ""),
                strict("minus", "-"),
                strict("plus", "+"),
                strict("minus-now", "-" + NOW),
                strict("minus-zero", "-0"),
                strict("word", "now"),
                strict("true", "true"),
                strict("null", "null"),
                strict("undefined", "undefined"),
                strict("none", "None"),
                strict("nan", "NaN"),
                strict("nan-lower", "nan"),
                strict("infinity", "Infinity"),
                strict("minus-infinity", "-Infinity"),
                strict("inf", "inf"),
                strict("huge-exponent", "1e400"),
                strict("brackets", "[]"),
                strict("braces", "{}"),
                strict("nul", "\0"),
                strict("nul-and-text", NOW + "\0abc"),
                strict("text-after", NOW + "abc"),
                strict("text-after-space", NOW + " abc"),
                strict("text-after-newline", NOW + "\nabc"),
                strict("text-before-newline", "abc\n" + NOW),
                strict("text-before", "abc" + NOW),
                strict("two-numbers", NOW + " 0"),
                strict("nineteen-nines", "9".repeat(19)),
                strict("two-to-the-63", "9223372036854775808"),
                strict("two-to-the-64-and-now", "18446744075476777216"),
                strict("100-nines", "9".repeat(100)),
                strict("4096-digits", "1" + "0".repeat(4095)));
    }

    private static Stream<SignatureVector> zeros() {
        Stream<SignatureVector> few = IntStream.of(1, 2, 3, 5, 8)
                .mapToObj(count -> ZEROS.acceptable(
                        count + "-zeros",
                        count + " zeros before the timestamp, signed so",
                        MAY_LEADING_ZEROS,
                        Setting.USUAL.request("0".repeat(count) + NOW, BODY)));
        return Stream.concat(
                few,
                Stream.of(
                        ZEROS.acceptable(
                                "plus-sign",
                                "a plus sign before the timestamp, signed so",
                                MAY_PLUS_SIGN,
                                Setting.USUAL.request("+" + NOW, BODY)),
                        ZEROS.invalid(
                                "added-after-signing",
                                "a zero before the timestamp that was signed without it",
                                SIGNATURE_MISMATCH,
                                GENUINE.withTimestamp("0" + NOW)),
                        ZEROS.invalid(
                                "taken-off-after-signing",
                                "a timestamp that was signed with a zero before it",
                                SIGNATURE_MISMATCH,
                                Setting.USUAL.request("0" + NOW, BODY).withTimestamp(NOW))));
    }

    /** Where the MAC covers the bare text, trimming gives the delivery back; where it covers the spaces too, nothing does. */
    private static Stream<SignatureVector> spaces() {
        return Stream.of(
                around("space-before", "a space before it", " ", ""),
                around("space-after", "a space after it", "", " "),
                around("tab-after", "a tab after it", "", "\t"),
                around("newline-after", "a newline after it: $ in a regular expression may stand before it", "", "\n"),
                covered("space-before-signed", "a space before it", " ", ""),
                covered("space-after-signed", "a space after it", "", " "),
                covered("tab-before-signed", "a tab before it", "\t", ""),
                covered("newline-after-signed", "a newline after it", "", "\n"),
                covered("line-end-after-signed", "a carriage return and a newline after it", "", "\r\n"),
                covered("nul-after-signed", "a NUL after it", "", "\0"),
                covered("no-break-space-before-signed", "a no-break space before it", "\u00a0", ""),
                covered("byte-order-mark-before-signed", "a byte order mark before it", "\u00ef\u00bb\u00bf", ""));
    }

    private static Stream<SignatureVector> changed() {
        Stream<SignatureVector> moved = IntStream.of(-299, -60, -1, 1, 60, 299)
                .mapToObj(by -> CHANGED.invalid(
                        (by < 0 ? "earlier-by-" : "later-by-") + Math.abs(by),
                        "a timestamp inside the tolerance that is " + by + " s from the signed one",
                        SIGNATURE_MISMATCH,
                        GENUINE.withTimestamp(Long.toString(Setting.NOW + by))));
        return Stream.concat(
                moved,
                Stream.of(CHANGED.invalid(
                        "refreshed-after-a-year",
                        "a delivery of last year with a fresh timestamp",
                        SIGNATURE_MISMATCH,
                        Setting.USUAL
                                .request(Long.toString(Setting.NOW - 31_536_000), BODY)
                                .withTimestamp(NOW))));
    }

    private static SignatureVector lenient(String variant, String text) {
        return LENIENT.invalid(
                variant,
                "the timestamp spelt otherwise, signed so",
                TIMESTAMP_MALFORMED,
                Setting.USUAL.request(text, BODY));
    }

    private static SignatureVector strict(String variant, String text) {
        return STRICT.invalid(
                variant, "what is no timestamp, signed so", TIMESTAMP_MALFORMED, Setting.USUAL.request(text, BODY));
    }

    private static SignatureVector around(String variant, String comment, String before, String after) {
        return SPACE.acceptable(
                variant,
                "the timestamp with " + comment + ", signed without",
                MAY_SURROUNDING_SPACE,
                GENUINE.withTimestamp(before + NOW + after));
    }

    private static SignatureVector covered(String variant, String comment, String before, String after) {
        return SPACE.invalid(
                variant,
                "the timestamp with " + comment + ", signed so",
                TIMESTAMP_MALFORMED,
                Setting.USUAL.request(before + NOW + after, BODY));
    }

    /** The digits of another script, in UTF-8. */
    private static String shifted(int zero) {
        StringBuilder text = new StringBuilder();
        NOW.chars().forEach(digit -> text.appendCodePoint(zero + digit - '0'));
        return Bytes.utf8(text.toString()).asLatin1();
    }
}
