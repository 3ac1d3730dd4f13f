package io.statuspulse.simulator.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** An immutable sequence of bytes with value equality. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Returns a copy of {@code content}. */
    public static Bytes of(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns one byte for each char of {@code text}; chars above U+00FF become {@code ?}. */
    public static Bytes latin1(String text) {
        return new Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public int size() {
        return content.length;
    }

    public byte at(int index) {
        return content[index];
    }

    public Bytes plus(Bytes more) {
        byte[] joined = Arrays.copyOf(content, content.length + more.content.length);
        System.arraycopy(more.content, 0, joined, content.length, more.content.length);
        return new Bytes(joined);
    }

    /**
     * Returns the bytes from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException if they are not all there
     */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, content.length);
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** Returns a copy whose byte at {@code index} has the bits of {@code mask} flipped. */
    public Bytes flip(int index, int mask) {
        byte[] copy = content.clone();
        copy[index] ^= (byte) mask;
        return new Bytes(copy);
    }

    /** Returns a copy in which the first {@code what} became {@code with}; the same bytes where there is none. */
    public Bytes replaceFirst(Bytes what, Bytes with) {
        int at = indexOf(what, 0);
        return at < 0 ? this : slice(0, at).plus(with).plus(slice(at + what.size(), size()));
    }

    /** Returns a copy in which every {@code what} became {@code with}. */
    public Bytes replaceAll(Bytes what, Bytes with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        int from = 0;
        for (int at = indexOf(what, 0); at >= 0; at = indexOf(what, from)) {
            out.write(content, from, at - from);
            out.writeBytes(with.content);
            from = at + what.size();
        }
        out.write(content, from, content.length - from);
        return new Bytes(out.toByteArray());
    }

    /** Returns where {@code what} first begins at or after {@code from}, or -1; empty bytes are nowhere. */
    public int indexOf(Bytes what, int from) {
        if (what.size() == 0) {
            return -1;
        }
        for (int i = from; i <= content.length - what.size(); i++) {
            if (Arrays.equals(content, i, i + what.size(), what.content, 0, what.size())) {
                return i;
            }
        }
        return -1;
    }

    public byte[] toArray() {
        return content.clone();
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(content);
    }

    /** Reads the bytes as UTF-8, with U+FFFD for what is not. */
    public String asUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Reads each byte as the char of the same number. */
    public String asLatin1() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return size() + " bytes";
    }
}
