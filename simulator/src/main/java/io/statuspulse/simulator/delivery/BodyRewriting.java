package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/** What receivers do to a body before they compute its MAC, though they should take its bytes as they came. */
public enum BodyRewriting {
    /** White space at both ends taken off. */
    TRIMMED,
    /** Parsed and written without white space, numbers in their shortest form: JavaScript's {@code JSON.stringify}. */
    COMPACT_JSON,
    /** Parsed and written with a space behind colons and commas, in ASCII: Python's {@code json.dumps}. */
    SPACED_JSON,
    /** Parsed and written without white space, the names in order: Go's maps, canonical JSON. */
    SORTED_JSON,
    /** Parsed and written in ASCII with escaped slashes: PHP's {@code json_encode}. */
    SLASHES_ESCAPED,
    /** Read as ISO-8859-1 and written as UTF-8. */
    LATIN1_TO_UTF8,
    /** Read as UTF-8 and written as ISO-8859-1, with question marks for what that lacks. */
    UTF8_TO_LATIN1,
    /** Read as UTF-8 and written as UTF-8, with U+FFFD for what is none. */
    UTF8_REPAIRED;

    /**
     * Rewrites a body.
     *
     * @throws NotComposableException where it must be parsed, and is no JSON
     */
    public Bytes apply(Bytes body) {
        return switch (this) {
            case TRIMMED -> Bytes.latin1(body.asLatin1().replaceAll("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$", ""));
            case COMPACT_JSON -> JsonRewriting.COMPACT.apply(body);
            case SPACED_JSON -> JsonRewriting.SPACED.apply(body);
            case SORTED_JSON -> JsonRewriting.SORTED.apply(body);
            case SLASHES_ESCAPED -> JsonRewriting.SLASHES_ESCAPED.apply(body);
            case LATIN1_TO_UTF8 -> Bytes.utf8(body.asLatin1());
            case UTF8_TO_LATIN1 -> Bytes.of(body.asUtf8().getBytes(StandardCharsets.ISO_8859_1));
            case UTF8_REPAIRED -> Bytes.utf8(body.asUtf8());
        };
    }
}
