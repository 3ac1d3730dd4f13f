package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.ROT_1;
import static io.statuspulse.conformance.scenario.Requirement.ROT_2;
import static io.statuspulse.conformance.scenario.Requirement.ROT_4;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.signing.SigningKey.Lookalike;
import java.util.List;

/** Whose secret signs: the current one, the previous one while the overlap lasts, and no other. */
final class RotationScenarios {
    private static final String LOST =
            "Both sides cannot switch at the same instant: without an overlap every rotation loses deliveries, and nobody"
                    + " dares to rotate after a leak.";
    private static final String FORGED = "A secret that leaked, or belongs to somebody else, keeps opening the door.";

    private RotationScenarios() {}

    static List<Scenario> list() {
        return List.of(
                must("rotation/current", ROT_1, "a delivery signed with the current secret is accepted")
                        .why(LOST)
                        .mend(Mends.ROTATION)
                        .accepts(signed(Known.CURRENT)),
                must(
                                "rotation/previous-in-overlap",
                                ROT_1,
                                "a delivery signed with the previous secret is accepted during the overlap")
                        .why(LOST)
                        .mend(Mends.ROTATION)
                        .tags(Tag.ROTATION)
                        .accepts(signed(Known.PREVIOUS)),
                must("rotation/interleaved", ROT_1, "deliveries signed in turn with both secrets are all accepted")
                        .why(LOST)
                        .mend(Mends.ROTATION)
                        .tags(Tag.ROTATION)
                        .acceptsAll(
                                Effects.ANY,
                                Step.accepted(signed(Known.PREVIOUS)).onEvent(0),
                                Step.accepted(signed(Known.CURRENT)).onEvent(1),
                                Step.accepted(signed(Known.PREVIOUS)).onEvent(2),
                                Step.accepted(signed(Known.CURRENT)).onEvent(3)),
                must(
                                "rotation/retry-across",
                                ROT_4,
                                "an event first signed with the old and retried with the new secret is processed once")
                        .why("An attempt that was lost just before a rotation comes again with the other secret.")
                        .mend(Mends.ONCE)
                        .tags(Tag.ROTATION)
                        .once(
                                Step.accepted(signed(Known.PREVIOUS)),
                                Step.accepted(signed(Known.CURRENT).with(new SetField("retry_count", "1")))),
                rejected("rotation/retired", "a delivery signed with a retired secret is rejected")
                        .tags(Tag.ROTATION)
                        .rejects(signed(Known.RETIRED)),
                rejected("rotation/never-issued", "a delivery signed with a secret that was never issued is rejected")
                        .rejects(signed(new Lookalike("never-issued", 0))),
                should("rotation/next-not-active", ROT_2, "a delivery signed with a secret not yet active is rejected")
                        .why(FORGED)
                        .mend(Mends.ROTATION)
                        .rejects(signed(new Lookalike("next-not-active", 6))),
                rejected("rotation/other-endpoint", "a delivery signed with another endpoint's secret is rejected")
                        .rejects(signed(new Lookalike("other-endpoint", 10))),
                rejected(
                                "rotation/previous-after-overlap",
                                "a delivery signed with the previous secret is rejected once the overlap has ended")
                        .tags(Tag.ROTATION, Tag.ALONE)
                        .expects(Expect.REJECT, new Procedure.EndOfOverlap()),
                must("rotation/live", ROT_4, "a rotation under traffic loses and wrongly accepts nothing")
                        .why(LOST)
                        .mend(Mends.ROTATION)
                        .tags(Tag.ROTATION, Tag.ALONE)
                        .expects(Expect.ACCEPT, new Procedure.RotationUnderTraffic()));
    }

    private static ScenarioBuilder rejected(String id, String title) {
        return must(id, ROT_2, title).why(FORGED).mend(Mends.ROTATION);
    }

    private static DeliveryPlan signed(SigningKey key) {
        return valid().but(new SignWith(key));
    }
}
