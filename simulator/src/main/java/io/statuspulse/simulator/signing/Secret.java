package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;

/** A webhook secret: it signs, and it never shows itself, in {@code toString} or elsewhere. */
public final class Secret {
    private final Bytes key;

    private Secret(Bytes key) {
        this.key = key;
    }

    /**
     * Takes a secret as the provider shows it; the whole text, {@code whsec_} included, is the key as UTF-8 (contract
     * REQ-SIG-1).
     *
     * @throws IllegalArgumentException if the text is empty or blank
     */
    public static Secret of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("secret: is " + (text.isEmpty() ? "empty" : "blank")
                    + "; expected the text that the provider shows, e.g. whsec_…");
        }
        return new Secret(Bytes.utf8(text));
    }

    /** The key's bytes: for signing only. */
    Bytes key() {
        return key;
    }

    /** Returns {@code text} with every occurrence of this secret replaced. */
    public String redact(String text) {
        return text.replace(key.asUtf8(), "[secret]").replace(key.asLatin1(), "[secret]");
    }

    /** Returns whether this secret stands in {@code content}. */
    public boolean isIn(Bytes content) {
        return content.indexOf(key, 0) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
