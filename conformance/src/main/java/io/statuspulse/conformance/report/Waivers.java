package io.statuspulse.conformance.report;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result;

/** Words for scenarios that are known to fail. */
final class Waivers {
    /** The key of the fact in which whoever waives a result says why. */
    static final String FACT = "waiver";

    private Waivers() {}

    /** Returns why it is waived, as far as the result says so. */
    static String words(Result result) {
        return result.facts().stream()
                .filter(fact -> fact.key().equals(FACT))
                .map(Fact::value)
                .findFirst()
                .orElse("known to fail");
    }
}
