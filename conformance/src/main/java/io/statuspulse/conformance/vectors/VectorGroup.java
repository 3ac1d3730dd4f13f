package io.statuspulse.conformance.vectors;

import java.util.List;

/**
 * Vectors that one configured verifier judges.
 *
 * @param id permanent, in kebab-case
 * @param comment what they have in common
 * @param setting the verifier's secrets, tolerance and clock
 * @param vectors the vectors in their order
 */
public record VectorGroup(String id, String comment, Setting setting, List<SignatureVector> vectors) {
    public VectorGroup {
        vectors = List.copyOf(vectors);
    }
}
