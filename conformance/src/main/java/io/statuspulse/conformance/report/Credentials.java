package io.statuspulse.conformance.report;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Headers that the user adds for a gateway are somebody's credentials, which no redaction knows. */
final class Credentials {
    /** What stands in their place. */
    static final String HIDDEN = "[hidden]";

    private static final Predicate<String> NAME = Pattern.compile(
                    "authorization|cookie|password|secret|token|api-?key", Pattern.CASE_INSENSITIVE)
            .asPredicate();

    private Credentials() {}

    /** Returns whether a request header of that name may carry one. */
    static boolean inHeader(String name) {
        return NAME.test(name);
    }
}
