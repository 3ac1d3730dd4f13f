package io.statuspulse.conformance.diagnosis;

/** Names of scenarios in rules: an id, or the beginning of some with a star after it. */
final class Glob {
    private Glob() {}

    static boolean matches(String glob, String id) {
        return glob.endsWith("*") ? id.startsWith(glob.substring(0, glob.length() - 1)) : id.equals(glob);
    }
}
