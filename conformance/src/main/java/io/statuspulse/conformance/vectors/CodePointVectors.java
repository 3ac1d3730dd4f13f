package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.SIG_2;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every code point of the Basic Multilingual Plane in UTF-8, 256 to a body, and those at the edges of the other planes. */
final class CodePointVectors {
    private static final int BLOCK = 256;
    private static final int BMP_END = 0x10000;
    private static final int PLANES = 17;
    private static final Family BLOCKS = Family.must("body/code-points", SIG_2, VectorFlag.CODE_POINTS);

    private CodePointVectors() {}

    static Stream<SignatureVector> list() {
        Stream<SignatureVector> bmp = IntStream.iterate(0, first -> first < BMP_END, first -> first + BLOCK)
                .filter(first -> first < Character.MIN_SURROGATE || first > Character.MAX_SURROGATE)
                .mapToObj(first -> block("every code point", first, first + BLOCK));
        Stream<SignatureVector> others = IntStream.range(1, PLANES)
                .boxed()
                .flatMap(plane -> Stream.of(
                        block("the first code points of plane " + plane + ",", plane << 16, (plane << 16) + 64),
                        block(
                                "the last code points of plane " + plane + ",",
                                ((plane + 1) << 16) - 64,
                                (plane + 1) << 16)));
        return Stream.concat(bmp, others);
    }

    private static SignatureVector block(String what, int from, int to) {
        String characters =
                IntStream.range(from, to).mapToObj(CodePointVectors::inJson).collect(Collectors.joining());
        return BLOCKS.valid(
                hex(from) + "-to-" + hex(to - 1),
                what + " from U+" + hex(from).toUpperCase(Locale.ROOT) + " to U+"
                        + hex(to - 1).toUpperCase(Locale.ROOT),
                Setting.USUAL.request(Bytes.utf8("{\"region\":\"" + characters + "\"}")));
    }

    /** As itself where JSON lets it be (RFC 8259, 7), so that a parser can read the body too. */
    private static String inJson(int codePoint) {
        if (codePoint < 0x20) {
            return String.format(Locale.ROOT, "\\u%04x", codePoint);
        }
        return (codePoint == '"' || codePoint == '\\' ? "\\" : "") + Character.toString(codePoint);
    }

    private static String hex(int codePoint) {
        return String.format(Locale.ROOT, "%04x", codePoint);
    }
}
