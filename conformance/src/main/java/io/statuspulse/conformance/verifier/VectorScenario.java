package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A vector as reports, known failures and selections know things: as a scenario, with no trials of its own. */
final class VectorScenario {
    private static final Map<String, Mend> BY_SCENARIO =
            Suite.scenarios().stream().collect(Collectors.toUnmodifiableMap(Scenario::id, Scenario::mend));

    private static final Map<String, Mend> BY_REASON = Map.of(
            "signature-missing", Mends.REQUIRE_HEADERS,
            "signature-repeated", Mends.REQUIRE_HEADERS,
            "signature-malformed", Mends.COMPARE,
            "signature-mismatch", Mends.SCHEME,
            "timestamp-missing", Mends.REQUIRE_HEADERS,
            "timestamp-repeated", Mends.REQUIRE_HEADERS,
            "timestamp-malformed", Mends.TIMESTAMP_TEXT,
            "timestamp-too-old", Mends.DRIFT,
            "timestamp-too-new", Mends.DRIFT);

    /** Of what must be accepted, where no scenario says more; by the requirement that it is about. */
    private static final Map<String, Mend> BY_REQUIREMENT = Map.of(
            "REQ-SIG-2", Mends.RAW_BODY,
            "REQ-SIG-3", Mends.COMPARE,
            "REQ-TIME-1", Mends.TIMESTAMP_TEXT,
            "REQ-TIME-2", Mends.DRIFT,
            "REQ-TIME-3", Mends.TIMESTAMP_TEXT,
            "REQ-ROT-1", Mends.ROTATION,
            "REQ-ROT-2", Mends.ROTATION,
            "REQ-ROT-3", Mends.SECRET);

    private VectorScenario() {}

    static Scenario of(Vector vector) {
        VectorFlag flag = vector.flag();
        return new Scenario(
                vector.id(),
                vector.level(),
                expect(vector),
                vector.requirement(),
                title(vector),
                flag.effect(),
                mend(vector),
                vector.flags().stream()
                        .map(VectorFlag::references)
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                Set.of(),
                Set.of(),
                List.of());
    }

    private static Expect expect(Vector vector) {
        return switch (vector.result()) {
            case VALID -> Expect.ACCEPT;
            case INVALID -> Expect.REJECT;
            case ACCEPTABLE -> Expect.OBSERVE;
        };
    }

    private static String title(Vector vector) {
        String held = switch (vector.result()) {
            case VALID -> "is accepted: ";
            case INVALID -> "is rejected (" + vector.reason().orElse("invalid") + "): ";
            case ACCEPTABLE -> "is accepted or rejected, as " + vector.flag().name() + " has it: ";
        };
        return held + vector.comment();
    }

    private static Mend mend(Vector vector) {
        Function<String, Mend> usual = requirement -> BY_REQUIREMENT.getOrDefault(requirement, Mends.SCHEME);
        return vector.scenario()
                .map(BY_SCENARIO::get)
                .or(() -> vector.reason().map(BY_REASON::get))
                .orElseGet(() -> usual.apply(vector.requirement().id()));
    }
}
