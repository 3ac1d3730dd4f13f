package io.statuspulse.conformance.verdict;

/**
 * Something that explains many results at once.
 *
 * @param finding what seems to be the case, in one sentence
 * @param evidence what was seen that says so
 * @param mend what to do about it
 */
public record Finding(String finding, String evidence, String mend) {}
