package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.SIG_2;
import static io.statuspulse.conformance.vectors.Reason.SIGNATURE_MISMATCH;

import io.statuspulse.simulator.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bodies as bytes: what decoders, parsers and filters change, signed as it is sent, and signed as it would be changed. */
final class BodyVectors {
    private static final int HEAD = Long.toString(Setting.NOW).length() + 1;
    private static final Family KINDS = Family.must("body/kind", SIG_2, VectorFlag.RAW_BODY);
    private static final Family BYTES = Family.should("body/bytes", SIG_2, VectorFlag.RAW_BODY);
    private static final Family CLASSES = Family.must("body/characters", SIG_2, VectorFlag.CODE_POINTS);
    private static final Family DECODED = Family.must("body/signed-as-decoded", SIG_2, VectorFlag.NORMALIZED_BODY);
    private static final Family NORMALIZED =
            Family.must("body/signed-as-normalized", SIG_2, VectorFlag.NORMALIZED_BODY);
    private static final Family LENGTHS = Family.must("body/length", SIG_2, VectorFlag.BLOCK_EDGE);
    private static final Family LONG = Family.must("body/long", SIG_2, VectorFlag.LONG_BODY);

    private BodyVectors() {}

    static Stream<SignatureVector> list() {
        return Stream.of(kinds(), bytes(), characters(), normalized(), lengths(), lengthy())
                .flatMap(vectors -> vectors);
    }

    private static Stream<SignatureVector> kinds() {
        return Stream.of(
                kind("empty-object", "{}"),
                kind("empty-array", "[]"),
                kind("array", "[{\"event_id\":\"evt_1\"}]"),
                kind("null", "null"),
                kind("true", "true"),
                kind("zero", "0"),
                kind("minus-zero", "-0.0"),
                kind("text", "\"event\""),
                kind("huge-number", "{\"n\":1e400}"),
                kind("long-fraction", "{\"n\":0.1000000000000000055511151231257827}"),
                kind("large-integer", "{\"n\":9007199254740993}"),
                kind("duplicate-key", "{\"a\":1,\"a\":2}"),
                kind("key-order", "{\"b\":1,\"a\":2,\"10\":3,\"9\":4}"),
                kind("escapes", "{\"a\":\"\\u0041\\/\\b\\f\\n\\r\\t\\\"\\\\\"}"),
                kind("lone-surrogate-escape", "{\"a\":\"\\ud800\"}"),
                kind("nul-escape", "{\"a\":\"\\u0000\"}"),
                kind("html", "{\"a\":\"<a href='x'>&amp;</a>\"}"),
                kind("prototype", "{\"__proto__\":{\"admin\":true}}"),
                kind("spaces", " \t\r\n{ \"a\" : 1 } \t\r\n"),
                kind("one-space", " "),
                kind("one-newline", "\n"),
                kind("one-dot", "."),
                kind("dots", "1.2.3."),
                kind("timestamp-and-dot", Setting.NOW + "."),
                kind("crlf", "{\"a\":1,\r\n\"b\":2}\r\n"),
                kind("cr", "{\"a\":1,\r\"b\":2}\r"),
                kind("lf", "{\"a\":1,\n\"b\":2}\n"),
                kind("form", "event_id=evt_1&region=eu+west%2D1"),
                kind("xml", "<?xml version=\"1.0\"?><event/>"),
                kind("comments", "/* a */ {\"a\":1} // b"),
                kind("cut", "{\"event_id\":\"evt_"),
                kind("two-documents", "{\"a\":1}{\"a\":2}"),
                kind("multipart", "--b\r\n\r\nx\r\n--b--\r\n"));
    }

    /** Bytes that are not UTF-8, or not meant as such: signed as sent, and signed as a decoder would make them. */
    private static Stream<SignatureVector> bytes() {
        return Stream.of(
                        new String[] {"continuation-alone", "80"},
                        new String[] {"two-continuations", "bfbf"},
                        new String[] {"start-alone", "c3"},
                        new String[] {"start-before-ascii", "c341"},
                        new String[] {"three-bytes-cut", "e282"},
                        new String[] {"four-bytes-cut", "f09f98"},
                        new String[] {"overlong-nul", "c080"},
                        new String[] {"overlong-slash", "c0af"},
                        new String[] {"overlong-three-bytes", "e080af"},
                        new String[] {"overlong-four-bytes", "f08080af"},
                        new String[] {"high-surrogate", "eda080"},
                        new String[] {"low-surrogate", "edb080"},
                        new String[] {"surrogate-pair", "eda0bdedba80"},
                        new String[] {"beyond-the-last-plane", "f4908080"},
                        new String[] {"five-bytes", "f888808080"},
                        new String[] {"six-bytes", "fc8480808080"},
                        new String[] {"byte-fe", "fe"},
                        new String[] {"byte-ff", "ff"},
                        new String[] {"latin-1", "5afc72696368"},
                        new String[] {"windows-1252-quotes", "9361209494"},
                        new String[] {"shift-jis", "93 8c8b9e".replace(" ", "")},
                        new String[] {"gb18030", "81308130"},
                        new String[] {"utf-16-big-endian", "feff007b007d"},
                        new String[] {"utf-16-little-endian", "fffe7b007d00"},
                        new String[] {"utf-32", "0000feff0000007b0000007d"},
                        new String[] {"gzip-head", "1f8b0800000000000003"},
                        new String[] {"deflate-head", "789c"},
                        new String[] {"every-byte", everyByte()})
                .flatMap(one -> bytes(one[0], Bytes.of(HexFormat.of().parseHex(one[1]))));
    }

    private static Stream<SignatureVector> bytes(String variant, Bytes middle) {
        Bytes body = Bytes.utf8("{\"a\":\"").plus(middle).plus(Bytes.utf8("\"}"));
        String words = variant.replace('-', ' ');
        Bytes replaced = Bytes.utf8(body.asUtf8());
        Bytes latin1 = Bytes.utf8(body.asLatin1());
        return Stream.of(
                BYTES.valid(
                        variant, "bytes that are not UTF-8, signed as they are: " + words, Setting.USUAL.request(body)),
                DECODED.invalid(
                        variant + "-as-utf-8",
                        "the same, signed with U+FFFD for what is not UTF-8",
                        SIGNATURE_MISMATCH,
                        signedAs(replaced, body)),
                DECODED.invalid(
                        variant + "-as-latin-1",
                        "the same, signed as ISO-8859-1 read and UTF-8 written",
                        SIGNATURE_MISMATCH,
                        signedAs(latin1, body)));
    }

    private static Stream<SignatureVector> characters() {
        return Stream.of(
                characters("byte-order-mark-first", "\ufeff{\"a\":1}"),
                characters("byte-order-mark-inside", "{\"a\":\"\ufeff\"}"),
                characters("byte-order-mark-twice", "\ufeff\ufeff{}"),
                characters("reversed-byte-order-mark", "{\"a\":\"\ufffe\"}"),
                characters("noncharacters", "{\"a\":\"\uffff\ufdd0\ufdef\"}"),
                characters("replacement-character", "{\"a\":\"\ufffd\"}"),
                characters("next-line", "{\"a\":\"\u0085\"}"),
                characters("line-separators", "{\"a\":\"\u2028\u2029\"}"),
                characters("no-break-spaces", "{\"a\":\"\u00a0\u202f\u2007\u2060\"}"),
                characters("spaces", "{\"a\":\"\u1680\u2000\u2003\u2009\u200a\u205f\u3000\"}"),
                characters("zero-width", "{\"a\":\"\u200b\u200c\u200d\"}"),
                characters("soft-hyphen", "{\"a\":\"a\u00adb\"}"),
                characters("bidi-embeddings", "{\"a\":\"\u202a\u202b\u202c\u202d\u202e\"}"),
                characters("bidi-isolates", "{\"a\":\"\u2066\u2067\u2068\u2069\u200e\u200f\u061c\"}"),
                characters("delete", "{\"a\":\"\u007f\"}"),
                characters("c0-controls-raw", "{\"a\":\"\u0001\u0002\u0007\b\u000b\f\u000e\u001b\u001f\"}"),
                characters("c1-controls", "{\"a\":\"\u0080\u0081\u008d\u0090\u009d\u009f\"}"),
                characters("nul-raw", "{\"a\":\"\0\"}"),
                characters("nul-first", "\0{}"),
                characters("nul-last", "{}\0"),
                characters("end-of-file", "{}\u001a"),
                characters("composed", "{\"a\":\"\u00e9\u00fc\u1e9b\u0323\"}"),
                characters("decomposed", "{\"a\":\"e\u0301u\u0308\"}"),
                characters("compatibility", "{\"a\":\"\ufb01\u00bd\u2460\u212b\u2126\"}"),
                characters("hangul-syllable", "{\"a\":\"\uac01\"}"),
                characters("hangul-jamo", "{\"a\":\"\u1100\u1161\u11a8\"}"),
                characters("stacked-marks", "{\"a\":\"Z\u0351\u036b\u0343\u0327\u0335\"}"),
                characters("mark-first", "\u0301{\"a\":1}"),
                characters("turkish", "{\"a\":\"I\u0130i\u0131\"}"),
                characters("sharp-s", "{\"a\":\"\u00df\u1e9e\u017f\"}"),
                characters("greek-sigma", "{\"a\":\"\u03a3\u03c3\u03c2\"}"),
                characters("kelvin", "{\"a\":\"\u212a\"}"),
                characters("emoji", "{\"a\":\"\ud83d\ude80\"}"),
                characters("emoji-family", "{\"a\":\"\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\"}"),
                characters("emoji-skin", "{\"a\":\"\ud83d\udc4d\ud83c\udffd\"}"),
                characters("emoji-flag", "{\"a\":\"\ud83c\udde8\ud83c\udded\"}"),
                characters("variation-selectors", "{\"a\":\"\u2764\ufe0f\u2764\ufe0e\"}"),
                characters("tags", "{\"a\":\"\udb40\udc01\udb40\udc41\udb40\udc7f\"}"),
                characters("private-use", "{\"a\":\"\ue000\uf8ff\udb80\udc00\udbff\udffd\"}"),
                characters("last-code-point", "{\"a\":\"\udbff\udfff\"}"),
                characters("full-width", "{\"a\":\"\uff21\uff10\uff1a\"}"),
                characters("digits", "{\"a\":\"\u0660\u0966\uff10\"}"),
                characters("thai", "{\"a\":\"\u0e01\u0e33\"}"),
                characters("devanagari", "{\"a\":\"\u0915\u094d\u0937\"}"),
                characters("arabic", "{\"a\":\"\u0644\u0627\ufefb\"}"),
                characters("hebrew", "{\"a\":\"\u05e9\u05b8\u05c1\"}"));
    }

    /** What was signed is what careless code makes of the body that is sent. */
    private static Stream<SignatureVector> normalized() {
        String composed = "{\"a\":\"caf\u00e9\"}";
        String lines = "{\"a\":1,\n\"b\":2}\n";
        String spaced = " {\"a\": 1, \"b\": \"x  y\"}\n";
        return Stream.of(
                normalized("nfd", "composed letters, signed decomposed", composed, nfd(composed)),
                normalized("nfc", "decomposed letters, signed composed", nfd(composed), composed),
                normalized("nfkc", "a ligature, signed as two letters", "{\"a\":\"\ufb01\"}", "{\"a\":\"fi\"}"),
                normalized("crlf", "LF, signed as CRLF", lines, lines.replace("\n", "\r\n")),
                normalized("lf", "CRLF, signed as LF", lines.replace("\n", "\r\n"), lines),
                normalized("cr", "CR, signed as LF", lines.replace("\n", "\r"), lines),
                normalized("no-last-newline", "a newline at the end, signed without", lines, lines.strip()),
                normalized("added-newline", "no newline at the end, signed with one", "{\"a\":1}", "{\"a\":1}\n"),
                normalized("trimmed", "white space around it, signed without", spaced, spaced.strip()),
                normalized("compact", "white space inside, signed without", spaced, "{\"a\":1,\"b\":\"x  y\"}"),
                normalized("one-space", "two spaces in a text, signed as one", spaced, spaced.replace("  ", " ")),
                normalized("sorted", "keys in an order, signed sorted", "{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}"),
                normalized("number", "a number with a zero, signed without", "{\"a\":1.0}", "{\"a\":1}"),
                normalized("exponent", "a number with an exponent, signed without", "{\"a\":1e2}", "{\"a\":100}"),
                normalized(
                        "rounded",
                        "a large integer, signed as a double",
                        "{\"a\":9007199254740993}",
                        "{\"a\":9007199254740992}"),
                normalized("unescaped", "an escape, signed as the letter", "{\"a\":\"\\u00e9\"}", "{\"a\":\"\u00e9\"}"),
                normalized("escaped", "a letter, signed as an escape", "{\"a\":\"\u00e9\"}", "{\"a\":\"\\u00e9\"}"),
                normalized("solidus", "an escaped slash, signed without", "{\"a\":\"\\/\"}", "{\"a\":\"/\"}"),
                normalized(
                        "html-escaped",
                        "a less-than sign, signed as Go's encoder writes it",
                        "{\"a\":\"<\"}",
                        "{\"a\":\"\\u003c\"}"),
                normalized("last-key", "a key twice, signed with the last", "{\"a\":1,\"a\":2}", "{\"a\":2}"),
                normalized("no-null", "a null, signed without the field", "{\"a\":null,\"b\":1}", "{\"b\":1}"),
                normalized("no-byte-order-mark", "a byte order mark, signed without", "\ufeff{}", "{}"),
                normalized("byte-order-mark", "no byte order mark, signed with one", "{}", "\ufeff{}"),
                normalized("lower-case", "capitals, signed in lower case", "{\"A\":\"B\"}", "{\"a\":\"b\"}"),
                normalized("until-nul", "a NUL and more, signed up to it", "{}\0{\"a\":1}", "{}"),
                normalized("no-nul", "a NUL at the end, signed without", "{}\0", "{}"),
                normalized("plus-as-space", "a plus sign, signed as a space", "{\"a\":\"x+y\"}", "{\"a\":\"x y\"}"),
                normalized("percent-decoded", "a percent escape, signed decoded", "{\"a\":\"%41\"}", "{\"a\":\"A\"}"),
                normalized(
                        "question-mark", "a letter outside ASCII, signed as ?", "{\"a\":\"\u00e9\"}", "{\"a\":\"?\"}"),
                normalized("dropped", "a letter outside ASCII, signed without", "{\"a\":\"\u00e9\"}", "{\"a\":\"\"}"),
                normalized(
                        "no-emoji",
                        "a character beyond the BMP, signed as U+FFFD",
                        "{\"a\":\"\ud83d\ude80\"}",
                        "{\"a\":\"\ufffd\"}"),
                normalized(
                        "two-question-marks",
                        "a character beyond the BMP, signed as ??",
                        "{\"a\":\"\ud83d\ude80\"}",
                        "{\"a\":\"??\"}"),
                normalized("empty", "an object, signed as an empty body", "{\"a\":1}", ""),
                normalized("empty-object", "an empty body, signed as {}", "", "{}"),
                normalized("null", "an empty body, signed as null", "", "null"),
                normalized("undefined", "an empty body, signed as undefined", "", "undefined"),
                normalized("object-name", "an object, signed as its name", "{\"a\":1}", "[object Object]"));
    }

    /** The padding of SHA-256 needs another block from 56 bytes of the last one on. */
    private static Stream<SignatureVector> lengths() {
        return Stream.of(
                        IntStream.rangeClosed(52, 66), IntStream.rangeClosed(117, 130), IntStream.rangeClosed(182, 194))
                .flatMap(IntStream::boxed)
                .map(total -> LENGTHS.valid(
                        "signed-content-of-" + String.format(Locale.ROOT, "%03d", total),
                        "timestamp, dot and body are " + total + " bytes",
                        Setting.USUAL.request(filled(total - HEAD))));
    }

    private static Stream<SignatureVector> lengthy() {
        return IntStream.of(4095, 4096, 4097, 8191, 8192, 8193, 16_384, 65_536)
                .mapToObj(length -> LONG.valid(
                        length + "-bytes", "a body of " + length + " bytes", Setting.USUAL.request(filled(length))));
    }

    private static Bytes filled(int length) {
        String frame = "{\"a\":\"\"}";
        return Bytes.utf8("{\"a\":\"" + "x".repeat(length - frame.length()) + "\"}");
    }

    private static String everyByte() {
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        return HexFormat.of().formatHex(all);
    }

    private static String nfd(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static SignatureVector kind(String variant, String body) {
        return KINDS.valid(
                variant, "a body as bytes: " + variant.replace('-', ' '), Setting.USUAL.request(Bytes.utf8(body)));
    }

    private static SignatureVector characters(String variant, String body) {
        return CLASSES.valid(
                variant,
                "characters that software treats specially: " + variant.replace('-', ' '),
                Setting.USUAL.request(Bytes.of(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static SignatureVector normalized(String variant, String comment, String sent, String signed) {
        return NORMALIZED.invalid(variant, comment, SIGNATURE_MISMATCH, signedAs(Bytes.utf8(signed), Bytes.utf8(sent)));
    }

    private static Request signedAs(Bytes signed, Bytes sent) {
        return Setting.USUAL.request(signed).withBody(sent);
    }
}
