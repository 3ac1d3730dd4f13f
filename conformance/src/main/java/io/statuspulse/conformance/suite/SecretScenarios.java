package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.ROT_3;
import static io.statuspulse.conformance.scenario.Requirement.SIG_1;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.SigningKey.Derived;
import io.statuspulse.simulator.signing.SigningKey.Literal;
import java.util.Arrays;
import java.util.List;

/** Keys that nobody should hold and everybody can guess, and what careless code makes of the right one. */
final class SecretScenarios {
    private static final String GUESSABLE =
            "Where configuration is missing, a default steps in that the whole world knows: anyone can sign.";
    private static final String OTHER_KEY =
            "The receiver uses another key than the text that was agreed, or takes two: what was tested is not what runs, and"
                    + " a cut key is easier to guess.";

    private SecretScenarios() {}

    static List<Scenario> list() {
        return List.of(
                guessable("secret/empty", "a delivery signed with the empty secret is rejected")
                        .tags(Tag.QUICK)
                        .rejects(literal("")),
                guessable("secret/null-word", "a delivery signed with the word null, undefined or None is rejected")
                        .rejects(literal("null", "undefined", "None")),
                guessable(
                                "secret/published",
                                "a delivery signed with the guide's printed secret is rejected (skipped where it is the"
                                        + " configured one)")
                        .rejects(literal("whsec_a8f3k29d4m1p7q")),
                guessable("secret/placeholder", "a delivery signed with secret, changeme, test or whsec_ is rejected")
                        .rejects(literal("secret", "changeme", "test", "whsec_")),
                otherKey("secret/without-prefix", "a delivery signed with the secret less its whsec_ is rejected")
                        .rejects(signed(Derived.WITHOUT_PREFIX)),
                otherKey("secret/base64-decoded", "a delivery signed with the secret base64-decoded is rejected")
                        .rejects(signed(Derived.BASE64_DECODED)),
                otherKey("secret/hex-decoded", "a delivery signed with the secret hex-decoded is rejected")
                        .rejects(signed(Derived.HEX_DECODED)),
                should("secret/trailing-newline", SIG_1, "a delivery signed with the secret and a newline is rejected")
                        .why(OTHER_KEY)
                        .mend(Mends.SECRET)
                        .rejects(signed(Derived.WITH_NEWLINE)),
                otherKey("secret/case-changed", "a delivery signed with the secret in another case is rejected")
                        .rejects(signed(Derived.CASE_CHANGED)),
                otherKey("secret/truncated", "a delivery signed with the secret cut short is rejected")
                        .rejects(signed(Derived.TRUNCATED)));
    }

    private static ScenarioBuilder guessable(String id, String title) {
        return must(id, ROT_3, title).why(GUESSABLE).mend(Mends.SECRET).refs("CWE-1188");
    }

    private static ScenarioBuilder otherKey(String id, String title) {
        return must(id, SIG_1, title).why(OTHER_KEY).mend(Mends.SECRET);
    }

    private static DeliveryPlan[] literal(String... keys) {
        return Arrays.stream(keys).map(key -> signed(new Literal(key))).toArray(DeliveryPlan[]::new);
    }

    private static DeliveryPlan signed(SigningKey key) {
        return valid().but(new SignWith(key));
    }
}
