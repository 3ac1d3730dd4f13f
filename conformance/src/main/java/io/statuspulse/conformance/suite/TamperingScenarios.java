package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.SIG_1;
import static io.statuspulse.conformance.scenario.Requirement.SIG_2;
import static io.statuspulse.conformance.scenario.Requirement.TIME_3;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.delivery.BodyEdit;
import io.statuspulse.simulator.delivery.BodyEdit.AppendBytes;
import io.statuspulse.simulator.delivery.BodyEdit.AppendField;
import io.statuspulse.simulator.delivery.BodyEdit.CutEnd;
import io.statuspulse.simulator.delivery.BodyEdit.FlipBit;
import io.statuspulse.simulator.delivery.BodyEdit.Layout;
import io.statuspulse.simulator.delivery.BodyEdit.OtherEvent;
import io.statuspulse.simulator.delivery.BodyEdit.PrependBytes;
import io.statuspulse.simulator.delivery.BodyEdit.ReplaceBytes;
import io.statuspulse.simulator.delivery.BodyEdit.ReverseFields;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.DecorateTimestamp;
import io.statuspulse.simulator.delivery.SentEdit.ShiftBoundaryIntoBody;
import io.statuspulse.simulator.delivery.SentEdit.ShiftBoundaryIntoTimestamp;
import io.statuspulse.simulator.delivery.SentEdit.TamperBody;
import io.statuspulse.simulator.delivery.SigningEdit.SignTimestampShifted;
import io.statuspulse.simulator.event.JsonLayout;
import java.time.Duration;
import java.util.List;

/** Rightly signed, then changed on the way: not one byte may be another. */
final class TamperingScenarios {
    /** What frameworks that parse bodies answer to one that is no JSON, before any code of the receiver. */
    private static final Integer[] UNPARSABLE = {415, 422};

    private static final String CHANGED =
            "Whoever can change a delivery on its way, or has one to change, turns an outage into an all-clear.";
    private static final String NORMALIZED =
            "The receiver signs not what it received but what it made of it, so that bodies which are not the provider's"
                    + " pass as the provider's.";

    private TamperingScenarios() {}

    static List<Scenario> list() {
        DeliveryPlan degraded = valid().with(
                        new SetField("previous_status", "\"operational\""),
                        new SetField("current_status", "\"degraded\""));
        return List.of(
                changed("tampering/field-changed", "a body with one value changed after signing is rejected")
                        .tags(Tag.QUICK)
                        .rejects(tampered(degraded, new SetField("current_status", "\"major_outage\""))),
                changed("tampering/one-bit", "a body with one bit flipped after signing is rejected")
                        .rejects(tampered(valid(), new FlipBit())),
                normalized("tampering/whitespace-added", "a body re-spaced after signing is rejected")
                        .rejects(
                                tampered(valid(), new Layout(JsonLayout.SPACED)),
                                tampered(valid(), new Layout(JsonLayout.PRETTY))),
                normalized("tampering/keys-reordered", "a body with keys reordered after signing is rejected")
                        .rejects(tampered(valid(), new ReverseFields())),
                normalized("tampering/escapes-rewritten", "a body with its escapes spelt out after signing is rejected")
                        .rejects(
                                tampered(
                                        valid().with(new SetField("region", "\"Z\\u00fcrich\"")),
                                        new SetField("region", "\"Zürich\"")),
                                tampered(
                                        valid().with(new SetField(
                                                "endpoint", "\"https:\\/\\/api.example.com\\/health\"")),
                                        new SetField("endpoint", "\"https://api.example.com/health\""))),
                changed("tampering/field-appended", "a body with a field added after signing is rejected")
                        .rejects(tampered(valid(), new SetField("x_note", "\"added\""))),
                changed(
                                "tampering/duplicate-key",
                                "a body with a second current_status added after signing is rejected")
                        .refs("CVE-2017-12635")
                        .rejects(tampered(degraded, new AppendField("current_status", "\"major_outage\""))),
                normalized("tampering/bytes-appended", "a body with bytes after its end is rejected")
                        .alsoRejectedBy(UNPARSABLE)
                        .rejects(tampered(valid(), new AppendBytes("0a")), tampered(valid(), new AppendBytes("7b7d"))),
                normalized("tampering/null-byte-appended", "a body with a NUL byte after its end is rejected")
                        .alsoRejectedBy(UNPARSABLE)
                        .rejects(tampered(valid(), new AppendBytes("00"))),
                normalized("tampering/bom-prepended", "a body with a BOM put before it after signing is rejected")
                        .alsoRejectedBy(UNPARSABLE)
                        .rejects(tampered(valid(), new PrependBytes("efbbbf"))),
                normalized(
                                "tampering/invalid-utf-8-swapped",
                                "a body signed with U+FFFD and sent with the invalid byte FE in its place is rejected")
                        .alsoRejectedBy(UNPARSABLE)
                        .rejects(tampered(
                                valid().with(new SetField("region", "\"\uFFFD\"")), new ReplaceBytes("efbfbd", "fe"))),
                normalized("tampering/line-ends-changed", "a body with LF turned to CRLF after signing is rejected")
                        .rejects(tampered(valid().with(new Layout(JsonLayout.PRETTY)), new Layout(JsonLayout.CRLF))),
                normalized(
                                "tampering/unicode-renormalized",
                                "a body with NFC text turned to NFD after signing is rejected")
                        .rejects(tampered(
                                valid().with(new SetField("region", "\"Zürich\"")),
                                new SetField("region", "\"Zu\u0308rich\""))),
                changed("tampering/truncated", "a body cut short after signing is rejected")
                        .alsoRejectedBy(UNPARSABLE)
                        .rejects(
                                tampered(valid(), new CutEnd(1)),
                                tampered(valid().with(new AppendBytes("0a")), new CutEnd(1))),
                changed("tampering/emptied", "a body emptied after signing is rejected")
                        .alsoRejectedBy(UNPARSABLE)
                        .rejects(tampered(valid(), new WholeBody(""))),
                changed("tampering/swapped", "the body of one delivery with the signature of another is rejected")
                        .rejectsAll(
                                // A receiver that caches signatures knows this one by then.
                                Step.accepted(valid()).asPrecondition(),
                                Step.of(tampered(valid(), new OtherEvent()), Answer.REJECTED)),
                must(
                                "tampering/timestamp-refreshed",
                                SIG_1,
                                "an old delivery with its timestamp header made fresh is rejected")
                        .why(
                                "A timestamp that the signature does not cover protects from nothing: any recorded delivery can"
                                        + " be replayed for ever.")
                        .mend(Mends.SCHEME)
                        .rejects(valid().but(new SignTimestampShifted(Duration.ofHours(-1)))),
                must(
                                "tampering/timestamp-decorated",
                                TIME_3,
                                "the signed timestamp sent with text, a fraction or a sign added is rejected")
                        .why(
                                "The receiver signs the number that it parsed and not the text that it got, so that other texts"
                                        + " pass.")
                        .mend(Mends.TIMESTAMP_TEXT)
                        .rejects(
                                valid().but(new DecorateTimestamp("", "abc")),
                                valid().but(new DecorateTimestamp("", ".9")),
                                valid().but(new DecorateTimestamp("+", ""))),
                must(
                                "tampering/boundary-shifted",
                                TIME_3,
                                "bytes moved from the body to the timestamp, same signed content, are rejected")
                        .why(
                                "The signed content is one string: a receiver that parses the timestamp leniently takes another"
                                        + " body under a valid signature.")
                        .mend(Mends.TIMESTAMP_TEXT)
                        .alsoRejectedBy(UNPARSABLE)
                        .rejects(valid().but(new ShiftBoundaryIntoBody())),
                must(
                                "tampering/boundary-shifted-back",
                                TIME_3,
                                "bytes moved from the timestamp to the body are rejected")
                        .why("Without a check of both parts, one signature fits many splits of the same text.")
                        .mend(Mends.TIMESTAMP_TEXT)
                        .alsoRejectedBy(UNPARSABLE)
                        .rejects(valid().but(new ShiftBoundaryIntoTimestamp(3))));
    }

    private static ScenarioBuilder changed(String id, String title) {
        return must(id, SIG_2, title).why(CHANGED).mend(Mends.SCHEME);
    }

    private static ScenarioBuilder normalized(String id, String title) {
        return must(id, SIG_2, title).why(NORMALIZED).mend(Mends.RAW_BODY);
    }

    private static DeliveryPlan tampered(DeliveryPlan plan, BodyEdit edit) {
        return plan.but(new TamperBody(edit));
    }
}
