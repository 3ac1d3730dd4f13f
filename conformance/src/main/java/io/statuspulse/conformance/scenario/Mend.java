package io.statuspulse.conformance.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How to mend a receiver, a short hint for each of four languages.
 *
 * @param java for Java
 * @param node for Node.js
 * @param go for Go
 * @param python for Python
 */
public record Mend(String java, String node, String go, String python) {

    public Mend {
        Objects.requireNonNull(java, "mend: the hint for Java is null");
        Objects.requireNonNull(node, "mend: the hint for Node.js is null");
        Objects.requireNonNull(go, "mend: the hint for Go is null");
        Objects.requireNonNull(python, "mend: the hint for Python is null");
    }

    /** The same hint for every language. */
    public static Mend anywhere(String hint) {
        return new Mend(hint, hint, hint, hint);
    }

    /** Returns whether the hint is the same in every language. */
    public boolean sameEverywhere() {
        return java.equals(node) && java.equals(go) && java.equals(python);
    }

    /**
     * Returns the hints that are not blank by the names of their languages, in the order of this record; the only one under
     * no name where it is the same in every language. Unmodifiable.
     */
    public Map<String, String> hints() {
        Map<String, String> hints = new LinkedHashMap<>();
        if (sameEverywhere()) {
            hints.put("", java);
        } else {
            hints.put("Java", java);
            hints.put("Node", node);
            hints.put("Go", go);
            hints.put("Python", python);
        }
        hints.values().removeIf(String::isBlank);
        return Collections.unmodifiableMap(hints);
    }
}
