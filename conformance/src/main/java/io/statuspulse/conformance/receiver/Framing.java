package io.statuspulse.conformance.receiver;

/**
 * Where a body ends.
 *
 * @param length in bytes; of no meaning where it is chunked
 */
record Framing(boolean chunked, long length) {

    static final Framing CHUNKED = new Framing(true, 0);

    static Framing of(long length) {
        return new Framing(false, length);
    }
}
