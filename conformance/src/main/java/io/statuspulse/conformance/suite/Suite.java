package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The suite: every scenario of the kit, area by area. With a user's own it is a {@link Catalogue}. */
public final class Suite {
    /** The suite's version: the first two numbers change when scenarios are added or changed. */
    public static final String VERSION = "1.0";

    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private Suite() {}

    /** Returns every scenario for receivers with the default tolerance of 300 s. */
    public static List<Scenario> scenarios() {
        return scenarios(TOLERANCE);
    }

    /** Returns every scenario, with its edges where that tolerance puts them. */
    public static List<Scenario> scenarios(Duration tolerance) {
        return Stream.of(
                        AcceptanceScenarios.list(),
                        RawBodyScenarios.list(),
                        SignatureScenarios.list(),
                        TamperingScenarios.list(),
                        TimestampScenarios.list(tolerance),
                        RotationScenarios.list(),
                        SecretScenarios.list(),
                        SchemaScenarios.list(),
                        IdempotencyScenarios.list(),
                        OrderingScenarios.list(),
                        ReplayScenarios.list(tolerance),
                        PayloadScenarios.list(),
                        HttpScenarios.list(),
                        HttpWireScenarios.list(),
                        TlsScenarios.list())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the scenario of that id. */
    public static Optional<Scenario> find(String id) {
        return scenarios().stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
