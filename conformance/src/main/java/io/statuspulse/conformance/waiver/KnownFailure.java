package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.simulator.delivery.Printable;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A failure that a team lives with for now.
 *
 * @param scenario a scenario's id, or a glob over ids in which {@code *} stands for any text and {@code ?} for any one
 *     character
 * @param reason why it is lived with, for whoever reads the report; not empty
 * @param link where the work on it is tracked
 * @param expires the last day, in UTC, on which it is lived with; empty where there is none
 */
public record KnownFailure(String scenario, String reason, Optional<URI> link, Optional<LocalDate> expires) {

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException if the scenario or the reason is empty
     */
    public KnownFailure {
        if (scenario.isEmpty()) {
            throw new IllegalArgumentException("a known failure names no scenario, expected an id or a glob over ids");
        }
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("the known failure of '" + Printable.decoded(scenario)
                    + "' has no reason, expected why it is lived with");
        }
    }

    /** One without a link that does not expire. */
    public static KnownFailure of(String scenario, String reason) {
        return new KnownFailure(scenario, reason, Optional.empty(), Optional.empty());
    }

    /** Returns one that holds to the end of that day, in UTC. */
    public KnownFailure until(LocalDate lastDay) {
        return new KnownFailure(scenario, reason, link, Optional.of(lastDay));
    }

    /** Returns one whose work is tracked there. */
    public KnownFailure trackedAt(URI page) {
        return new KnownFailure(scenario, reason, Optional.of(page), expires);
    }

    boolean isGlob() {
        return scenario.contains("*") || scenario.contains("?");
    }

    boolean names(String id) {
        return Selection.matchesId(scenario, id);
    }

    boolean hasExpired(LocalDate todayUtc) {
        return expires.filter(todayUtc::isAfter).isPresent();
    }
}
