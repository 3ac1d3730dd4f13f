package io.statuspulse.conformance.suite;

/** Patterns in which {@code *} stands for any text and {@code ?} for any one character. */
final class Glob {
    private Glob() {}

    /**
     * Returns whether the whole text fits, in time that grows with the product of both lengths: with more than one star,
     * regular expressions try combinations for ages.
     */
    static boolean matches(String pattern, String text) {
        int[] wanted = pattern.codePoints().toArray();
        int[] given = text.codePoints().toArray();
        int p = 0;
        int afterStar = -1;
        int retry = 0;
        for (int t = 0; t < given.length; ) {
            if (p < wanted.length && wanted[p] == '*') {
                p++;
                afterStar = p;
                retry = t;
            } else if (p < wanted.length && (wanted[p] == '?' || wanted[p] == given[t])) {
                p++;
                t++;
            } else if (afterStar >= 0) {
                // Only the last star needs to take more: what the ones before took was enough.
                p = afterStar;
                retry++;
                t = retry;
            } else {
                return false;
            }
        }
        while (p < wanted.length && wanted[p] == '*') {
            p++;
        }
        return p == wanted.length;
    }
}
