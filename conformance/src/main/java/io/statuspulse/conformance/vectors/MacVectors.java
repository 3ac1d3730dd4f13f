package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.SIG_1;
import static io.statuspulse.conformance.scenario.Requirement.SIG_2;
import static io.statuspulse.conformance.scenario.Requirement.SIG_3;
import static io.statuspulse.conformance.vectors.Reason.SIGNATURE_MALFORMED;
import static io.statuspulse.conformance.vectors.Reason.SIGNATURE_MISMATCH;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The right MAC with every bit, many pairs of bits, and whole parts changed. */
final class MacVectors {
    private static final int BITS = 256;
    private static final Bytes BODY = Bytes.utf8("{\"event_id\":\"evt_0a1b2c3d4e5f\",\"retry_count\":0}");
    private static final Request GENUINE = Setting.USUAL.request(BODY);
    private static final Request CHARACTERS =
            Setting.USUAL.request(Bytes.utf8("{\"event_id\":\"evt_1a1b2c3d4e5f\",\"retry_count\":1}"));
    private static final Request EMPTY = Setting.USUAL.request(Bytes.EMPTY);

    private static final Family BIT = Family.must("signature/bit-flipped", SIG_2, VectorFlag.MODIFIED_MAC);
    private static final Family PAIR = Family.must("signature/bit-pair-flipped", SIG_2, VectorFlag.MODIFIED_MAC);
    private static final Family WHOLE = Family.must("signature/mac-changed", SIG_2, VectorFlag.MODIFIED_MAC);
    private static final Family DIGIT = Family.must("signature/digit-bit-flipped", SIG_3, VectorFlag.MODIFIED_MAC);
    private static final Family PLAIN = Family.must("signature/genuine", SIG_1, VectorFlag.GENUINE);

    private MacVectors() {}

    static Stream<SignatureVector> list() {
        return Stream.of(genuine(), bits(), pairs(), changed("", GENUINE), changed("empty-body-", EMPTY), digits())
                .flatMap(vectors -> vectors);
    }

    private static Stream<SignatureVector> genuine() {
        return Stream.of(
                PLAIN.valid("small-body", "the request that the modified ones are made of", GENUINE),
                PLAIN.valid("other-small-body", "the request whose digits are changed as characters", CHARACTERS),
                PLAIN.valid("empty-body", "a signed empty body: the MAC covers timestamp and dot", EMPTY));
    }

    private static Stream<SignatureVector> bits() {
        return IntStream.range(0, BITS)
                .mapToObj(bit -> BIT.invalid(
                        number("bit", bit),
                        "bit " + bit + " of the MAC flipped, counted from the lowest of the first byte",
                        SIGNATURE_MISMATCH,
                        signed(GENUINE, mac -> flipped(mac, bit))));
    }

    /** Those of Wycheproof, then the same bit in two bytes: what is lost where differences are added by exclusive or. */
    private static Stream<SignatureVector> pairs() {
        List<int[]> pairs = new ArrayList<>(List.of(
                new int[] {0, 64},
                new int[] {31, 63},
                new int[] {63, 127},
                new int[] {0, 32},
                new int[] {0, 128},
                new int[] {127, 255},
                new int[] {0, 255},
                new int[] {7, 8}));
        IntStream.range(1, BITS / 8).forEach(other -> pairs.add(new int[] {3, 3 + 8 * other}));
        return pairs.stream()
                .map(pair -> PAIR.invalid(
                        number("bits", pair[0]) + number("-and", pair[1]),
                        "bits " + pair[0] + " and " + pair[1] + " of the MAC flipped",
                        SIGNATURE_MISMATCH,
                        signed(GENUINE, mac -> flipped(flipped(mac, pair[0]), pair[1]))));
    }

    private static Stream<SignatureVector> changed(String prefix, Request request) {
        return Stream.of(
                whole(prefix + "all-bits-flipped", "every bit of the MAC flipped", request, each(b -> ~b)),
                whole(prefix + "all-zero", "32 zero bytes", request, each(b -> 0)),
                whole(prefix + "all-one", "32 bytes of ones", request, each(b -> 0xff)),
                whole(
                        prefix + "high-bits-flipped",
                        "the highest bit of every byte flipped",
                        request,
                        each(b -> b ^ 0x80)),
                whole(prefix + "low-bits-flipped", "the lowest bit of every byte flipped", request, each(b -> b ^ 1)),
                whole(
                        prefix + "nibbles-swapped",
                        "the two digits of every byte exchanged",
                        request,
                        each(b -> (b & 0x0f) << 4 | (b & 0xf0) >> 4)),
                whole(prefix + "first-half-zero", "the first 16 bytes zero", request, part(0, 16, b -> 0)),
                whole(prefix + "last-half-zero", "the last 16 bytes zero", request, part(16, 32, b -> 0)),
                whole(
                        prefix + "first-half-flipped",
                        "the first 16 bytes with every bit flipped",
                        request,
                        part(0, 16, b -> ~b)),
                whole(
                        prefix + "last-half-flipped",
                        "the last 16 bytes with every bit flipped",
                        request,
                        part(16, 32, b -> ~b)),
                whole(prefix + "first-word-only", "only the first 4 bytes are right", request, part(4, 32, b -> ~b)),
                whole(prefix + "last-word-only", "only the last 4 bytes are right", request, part(0, 28, b -> ~b)),
                whole(prefix + "bytes-reversed", "the bytes in the opposite order", request, MacVectors::reversed),
                whole(prefix + "halves-swapped", "the two halves exchanged", request, mac -> rotated(mac, 16)),
                whole(prefix + "rotated-by-word", "rotated by 4 bytes", request, mac -> rotated(mac, 4)),
                whole(prefix + "rotated-by-byte", "rotated by a byte", request, mac -> rotated(mac, 1)),
                whole(prefix + "sorted", "the right bytes in ascending order", request, MacVectors::sorted),
                WHOLE.invalid(
                        prefix + "digits-reversed",
                        "the right digits in the opposite order",
                        SIGNATURE_MISMATCH,
                        request.withSignature(
                                new StringBuilder(request.signature()).reverse().toString())));
    }

    /** A flipped bit of a digit as a character: another digit, a capital, or none at all. */
    private static Stream<SignatureVector> digits() {
        return IntStream.of(0, 1, 31, 32, 62, 63)
                .boxed()
                .flatMap(at -> IntStream.range(0, 8).mapToObj(bit -> digit(at, bit)));
    }

    private static SignatureVector digit(int at, int bit) {
        String right = CHARACTERS.signature();
        char changed = (char) (right.charAt(at) ^ 1 << bit);
        Request request = CHARACTERS.withSignature(right.substring(0, at) + changed + right.substring(at + 1));
        String variant = number("digit", at) + "-bit-" + bit;
        String comment = "bit " + bit + " of the character of digit " + at + " flipped";
        if (changed >= 'A' && changed <= 'F') {
            return DIGIT.acceptable(variant, comment + ": a capital", VectorFlag.MAY_UPPER_CASE, request);
        }
        boolean digit = HexFormat.isHexDigit(changed) && !Character.isUpperCase(changed);
        return DIGIT.invalid(variant, comment, digit ? SIGNATURE_MISMATCH : SIGNATURE_MALFORMED, request);
    }

    /** A change of the MAC's bytes. */
    private interface Change {
        byte[] of(byte[] mac);
    }

    private static SignatureVector whole(String variant, String comment, Request request, Change change) {
        return WHOLE.invalid(variant, comment, SIGNATURE_MISMATCH, signed(request, change));
    }

    private static Request signed(Request request, Change change) {
        byte[] mac = HexFormat.of().parseHex(request.signature());
        return request.withSignature(HexFormat.of().formatHex(change.of(mac)));
    }

    private static Change each(IntUnaryOperator change) {
        return part(0, BITS / 8, change);
    }

    private static Change part(int from, int to, IntUnaryOperator change) {
        return mac -> {
            byte[] copy = mac.clone();
            for (int i = from; i < to; i++) {
                copy[i] = (byte) change.applyAsInt(copy[i] & 0xff);
            }
            return copy;
        };
    }

    private static byte[] flipped(byte[] mac, int bit) {
        return Bytes.of(mac).flip(bit / 8, 1 << bit % 8).toArray();
    }

    private static byte[] reversed(byte[] mac) {
        byte[] copy = new byte[mac.length];
        for (int i = 0; i < mac.length; i++) {
            copy[i] = mac[mac.length - 1 - i];
        }
        return copy;
    }

    private static byte[] rotated(byte[] mac, int by) {
        Bytes bytes = Bytes.of(mac);
        return bytes.slice(by, bytes.size()).plus(bytes.slice(0, by)).toArray();
    }

    private static byte[] sorted(byte[] mac) {
        byte[] copy = mac.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static String number(String what, int value) {
        return what + String.format(Locale.ROOT, "-%03d", value);
    }
}
