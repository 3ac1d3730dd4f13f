package io.statuspulse.conformance.verdict;

import java.util.List;

/**
 * Something that explains many results at once.
 *
 * @param id its permanent name in kebab-case, for programs
 * @param finding what seems to be the case, in one sentence
 * @param evidence what was seen that says so
 * @param mend what to do about it
 * @param explains the ids of the scenarios whose results it explains, in the order of the suite; may be empty
 */
public record Finding(String id, String finding, String evidence, String mend, List<String> explains) {

    public Finding {
        explains = List.copyOf(explains);
    }

    /** A finding about the receiver as a whole. */
    public Finding(String id, String finding, String evidence, String mend) {
        this(id, finding, evidence, mend, List.of());
    }
}
