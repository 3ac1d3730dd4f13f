package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.HTTP_1;
import static io.statuspulse.conformance.scenario.Requirement.IDEM_1;
import static io.statuspulse.conformance.scenario.Requirement.TIME_2;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.SiblingPath;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import java.time.Duration;
import java.util.List;

/** A delivery that somebody recorded, sent again as it is: soon, late, and elsewhere. */
final class ReplayScenarios {
    /** A timestamp and a receiver's clock are cut to the second each, and a delivery may be two seconds on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(4);

    private ReplayScenarios() {}

    static List<Scenario> list(Duration tolerance) {
        DeliveryPlan aboutToExpire =
                valid().with(new TimestampShift(tolerance.minus(MARGIN).negated()));
        return List.of(
                should(
                                "replay/exact-within-tolerance",
                                IDEM_1,
                                "the same bytes twice within the tolerance are processed once")
                        .why(
                                "Inside the tolerance nothing tells a recorded delivery from a genuine retry but its event_id:"
                                        + " that must be enough to process it once.")
                        .mend(Mends.ONCE)
                        .once(Step.accepted(valid()), Step.accepted(valid()).sameBytes()),
                must("replay/exact-after-tolerance", TIME_2, "the same bytes after the tolerance are rejected")
                        .why(
                                "Whoever got hold of one delivery, from a log or a proxy, could send it for ever: old outages"
                                        + " would be reported as new ones, or recoveries that never were.")
                        .mend(Mends.DRIFT)
                        .refs("CWE-294")
                        .tags(Tag.SLOW)
                        .rejectsAll(
                                Step.accepted(aboutToExpire).asPrecondition(),
                                Step.of(aboutToExpire, Answer.REJECTED)
                                        .sameBytes()
                                        .after(MARGIN.multipliedBy(2))),
                should(
                                "replay/other-path",
                                HTTP_1,
                                "a delivery sent to a sibling path is not answered 2xx (no catch-all)")
                        .why(
                                "A catch-all route answers 200 to a mistyped URL: deliveries vanish, and the provider's page says"
                                        + " that all is well.")
                        .mend(Mends.METHODS)
                        .rejectsAll(Step.of(valid().but(new SiblingPath("kit-no-such-path")), Answer.NOT_ACCEPTED)));
    }
}
