package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.IDEM_1;
import static io.statuspulse.conformance.scenario.Requirement.IDEM_2;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.may;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.BodyEdit.OtherEventId;
import io.statuspulse.simulator.delivery.BodyEdit.RemoveField;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.BodyEdit.UpperCaseField;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.AlterSignature;
import io.statuspulse.simulator.delivery.SentEdit.SetHeader;
import io.statuspulse.simulator.delivery.SignatureAlteration;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.delivery.WireEdit.CloseBeforeAnswer;
import java.time.Duration;
import java.util.List;

/** Delivery is at least once: each event is processed once all the same. */
final class IdempotencyScenarios {
    private static final String TWICE =
            "The provider retries whenever an answer is late or lost: without a memory of event ids people are paged twice"
                    + " and tickets are opened twice.";
    private static final String SHADOWED =
            "Whoever can guess or see an event_id sends a forgery first, and the genuine delivery is thrown away as a"
                    + " duplicate.";

    private IdempotencyScenarios() {}

    static List<Scenario> list() {
        return List.of(
                once("idempotency/retry", "a retry with retry_count 1 is answered 2xx and processed once")
                        .tags(Tag.QUICK)
                        .once(Step.accepted(valid()), retry(1)),
                once("idempotency/five-retries", "five retries are processed once")
                        .once(Step.accepted(valid()), retry(1), retry(2), retry(3), retry(4), retry(5)),
                once("idempotency/concurrent", "16 copies at the same moment are processed once")
                        .refs("CWE-367")
                        .once(Step.accepted(valid()).copies(16)),
                once(
                                "idempotency/after-lost-answer",
                                "a retry after the connection dropped before the answer is processed once")
                        .once(Step.of(valid().with(new CloseBeforeAnswer()), Answer.NONE), retry(1)),
                shadowed(
                                "idempotency/forged-first",
                                "a forged delivery does not shadow the genuine one with the same event_id")
                        .once(
                                first(Answer.REJECTED, new AlterSignature(SignatureAlteration.EVERY_CHARACTER)),
                                Step.accepted(valid())),
                once(
                                "idempotency/transport-headers-change",
                                "a retry with another request id, user agent and connection is processed once")
                        .once(
                                Step.accepted(valid().with(requestId("first"))),
                                Step.accepted(retried(1).with(requestId("second")))),
                shadowed(
                                "idempotency/stale-first",
                                "a stale delivery does not shadow the fresh retry with the same event_id")
                        .once(first(Answer.REJECTED, new TimestampShift(Duration.ofDays(-1))), retry(1)),
                should(
                                "idempotency/invalid-first",
                                IDEM_2,
                                "a signed but malformed delivery does not shadow the genuine one")
                        .why(SHADOWED)
                        .mend(Mends.VERIFY_FIRST)
                        .once(first(Answer.REFUSED, new RemoveField("current_status")), Step.accepted(valid())),
                should(
                                "idempotency/same-id-other-body",
                                IDEM_1,
                                "the same event_id with another body is answered, not a 500")
                        .why(TWICE)
                        .mend(Mends.ONCE)
                        .survivesAll(
                                Effects.ANY,
                                Step.accepted(valid()).asPrecondition(),
                                Step.of(valid().with(new SetField("region", "\"elsewhere-1\"")), Answer.ANY)),
                may(
                                "idempotency/id-case",
                                IDEM_1,
                                "two event_ids that differ only in case: one event, two, or refused (the contract's ids are"
                                        + " lower case), reported")
                        .why("Databases that compare without regard to case take two events for one.")
                        .mend(Mends.ONCE)
                        .observesAll(
                                Step.accepted(valid()).asPrecondition(),
                                Step.of(valid().with(new UpperCaseField("event_id")), Answer.ANY)),
                must(
                                "idempotency/distinct-same-content",
                                IDEM_1,
                                "two events equal but for event_id are both processed")
                        .why(
                                "A check can fail twice in one second: whoever recognizes duplicates by their content loses the"
                                        + " second.")
                        .mend(Mends.ONCE)
                        .tags(Tag.EFFECTS)
                        .acceptsAll(
                                Effects.ONCE, Step.accepted(valid()), Step.accepted(valid().with(new OtherEventId()))),
                should(
                                "idempotency/after-failed-attempt",
                                Requirement.RETRY_1,
                                "an attempt that the receiver failed (made to fail by a hook) is processed once when retried")
                        .why(
                                "A receiver that remembers an event before its work is done loses it when the work fails: the retry"
                                        + " looks like a duplicate.")
                        .mend(Mends.FAILED_ATTEMPT)
                        .expects(Expect.ONCE, new Procedure.RetryAfterFailure()),
                must("idempotency/large-retry-count", Requirement.RETRY_1, "a retry_count of 1000 is accepted")
                        .why("After a long outage the count is large; the delivery matters all the same.")
                        .mend(Mends.VALIDATE)
                        .accepts(valid().with(new SetField("retry_count", "1000"))));
    }

    private static ScenarioBuilder once(String id, String title) {
        return must(id, IDEM_1, title).why(TWICE).mend(Mends.ONCE);
    }

    private static ScenarioBuilder shadowed(String id, String title) {
        return must(id, IDEM_2, title).why(SHADOWED).mend(Mends.VERIFY_FIRST);
    }

    private static Step retry(int count) {
        return Step.accepted(retried(count));
    }

    private static DeliveryPlan retried(int count) {
        return valid().with(new SetField("retry_count", Integer.toString(count)));
    }

    private static Step first(Answer answer, Edit fault) {
        return Step.of(valid().but(fault), answer).asPrecondition();
    }

    private static Edit[] requestId(String value) {
        return new Edit[] {
            new AddHeader("X-Request-Id", value),
            new AddHeader("X-Delivery-Id", value),
            new SetHeader("User-Agent", "StatusPulse-Webhooks/" + value)
        };
    }
}
