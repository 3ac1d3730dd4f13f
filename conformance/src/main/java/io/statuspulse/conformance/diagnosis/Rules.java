package io.statuspulse.conformance.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order of importance: what an earlier one explains, later ones do not see. */
final class Rules {
    private static final List<Rule> ALL = Stream.of(
                    OverallRules.list(),
                    TlsRules.list(),
                    VerificationRules.list(),
                    SignatureRules.list(),
                    SecretRules.list(),
                    RotationRules.list(),
                    TimestampRules.list(),
                    TimestampTextRules.list(),
                    BodyRules.list(),
                    TamperingRules.list(),
                    SchemaRules.list(),
                    IdempotencyRules.list(),
                    OrderingRules.list(),
                    ThrowingRules.list(),
                    PayloadRules.list(),
                    AcceptanceRules.list(),
                    HttpRules.list(),
                    WireRules.list())
            .flatMap(List::stream)
            .toList();

    private Rules() {}

    static List<Rule> all() {
        return ALL;
    }
}
