package io.statuspulse.conformance.verdict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Which part of a run a report tells of, and of which run: what other parts must agree in to belong to it.
 *
 * @param index which one, from 1
 * @param count how many there are
 * @param selected how many scenarios the whole run has
 * @param selection what their ids are known by: see {@link #digest}
 * @param rules by what was judged, in words
 */
public record Shard(int index, int count, int selected, String selection, String rules) {
    private static final int DIGITS = 16;

    /**
     * Returns what scenarios are known by: the first 16 hex digits of the SHA-256 of their ids, each followed by a line
     * feed.
     *
     * @param ids in the order of the suite
     */
    public static String digest(List<String> ids) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            ids.forEach(id -> sha256.update((id + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns e.g. {@code 1/2}. */
    public String label() {
        return index + "/" + count;
    }

    /** Returns how many shards have scenarios: where there are more of them than scenarios, the last ones are empty. */
    public int filled() {
        return Math.min(count, selected);
    }
}
