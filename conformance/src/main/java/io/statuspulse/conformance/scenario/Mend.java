package io.statuspulse.conformance.scenario;

/**
 * How to mend a receiver, a short hint for each of four languages.
 *
 * @param java for Java
 * @param node for Node.js
 * @param go for Go
 * @param python for Python
 */
public record Mend(String java, String node, String go, String python) {

    /** The same hint for every language. */
    public static Mend anywhere(String hint) {
        return new Mend(hint, hint, hint, hint);
    }

    /** Returns whether the hint is the same in every language. */
    public boolean sameEverywhere() {
        return java.equals(node) && java.equals(go) && java.equals(python);
    }
}
