package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the parameter {@code statuspulse.scenario} leaves of a run: the rest is skipped and not left out, so that the
 * number of an invocation means the same scenario with it and without.
 *
 * @param patterns of which one must match; empty where all is run
 */
record Narrowing(List<String> patterns) {
    private static final String PARAMETER = "statuspulse.scenario";

    static Narrowing of(ExtensionContext context) {
        return new Narrowing(context.getConfigurationParameter(PARAMETER)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(pattern -> !pattern.isEmpty())
                        .toList())
                .orElse(List.of()));
    }

    boolean isNone() {
        return patterns.isEmpty();
    }

    /** Returns why that scenario is skipped; empty where it is run. */
    Optional<String> whyNot(Scenario scenario) {
        return leaves(scenario)
                ? Optional.empty()
                : Optional.of(PARAMETER + "=" + String.join(",", patterns) + " does not match it");
    }

    boolean leaves(Scenario scenario) {
        return isNone() || patterns.stream().anyMatch(pattern -> Selection.matches(pattern, scenario));
    }

    /**
     * Checks that something is left.
     *
     * @param where whose scenarios they are, for the message
     * @param all what can be named
     * @param chosen what would be run without it
     * @throws ExtensionConfigurationException if a pattern matches nothing at all, or they leave none of those
     */
    void requireSome(String where, List<Scenario> all, List<Scenario> chosen) {
        if (isNone()) {
            return;
        }
        try {
            new Selection(Optional.empty(), patterns, List.of()).from(all);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(PARAMETER + ": " + e.getMessage(), e);
        }
        if (chosen.stream().noneMatch(this::leaves)) {
            throw new ExtensionConfigurationException(
                    PARAMETER + "=" + String.join(",", patterns) + " matches none of the "
                            + chosen.size() + " scenarios of " + where
                            + ", so that nothing would be tested; leave this class out of the run, or name one of its"
                            + " scenarios");
        }
    }
}
