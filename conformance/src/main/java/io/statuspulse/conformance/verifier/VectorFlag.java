package io.statuspulse.conformance.verifier;

import java.util.List;

/**
 * What vectors are about.
 *
 * @param name in PascalCase
 * @param bugType what kind of mistake is looked for, e.g. {@code replay}
 * @param description what vectors with it have in common
 * @param effect what follows where a verifier gets them wrong
 * @param references RFCs, CVEs and the like; may be empty
 */
record VectorFlag(String name, String bugType, String description, String effect, List<String> references) {

    private static final String POLICY = "policy";

    VectorFlag {
        references = List.copyOf(references);
    }

    /** Returns whether the contract leaves it open. */
    boolean isPolicy() {
        return bugType.equals(POLICY);
    }
}
