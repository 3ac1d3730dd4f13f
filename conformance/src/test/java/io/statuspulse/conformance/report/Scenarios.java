package io.statuspulse.conformance.report;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.may;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.delivery.BodyEdit.PadTo;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.delivery.SentEdit.SignatureText;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.signing.SigningKey;
import java.time.Duration;

/** Scenarios of the suite's kind that stay as they are when the suite changes, so that golden files do too. */
final class Scenarios {
    static final Mend COMPARE = new Mend(
            "decode the hex, then MessageDigest.isEqual; answer 401 for everything that is not 64 lower-case hex digits.",
            "check the form first, then crypto.timingSafeEqual; it throws on unequal lengths.",
            "hex.DecodeString, then hmac.Equal.",
            "check the form first, then hmac.compare_digest.");
    static final Mend DRIFT = new Mend("compare with Instant.now().", "compare with Date.now().", "time.Since.", "");
    static final Mend ANYWHERE =
            Mend.anywhere("Answer 413 to what is too large, and 401 before that to what is forged.");

    private static final String FORGED = "Anyone who knows the URL can report outages that are none.";

    private Scenarios() {}

    static Scenario accepted() {
        return must("acceptance/plain", Requirement.PAY_2, "a signed event is accepted")
                .tags(Tag.QUICK)
                .accepts(valid());
    }

    static Scenario signature(String name, String text) {
        return must("signature/" + name, Requirement.SIG_2, "a signature that is " + name + " is rejected")
                .why(FORGED)
                .mend(COMPARE)
                .refs("CVE-2024-21491", "CWE-347")
                .tags(Tag.QUICK)
                .rejects(valid().but(new SignatureText(text)));
    }

    static Scenario missing() {
        return must("signature/missing", Requirement.SIG_2, "a delivery with no signature header is rejected")
                .why(FORGED)
                .mend(COMPARE)
                .rejects(valid().but(new DropHeader(HeaderRole.SIGNATURE)));
    }

    static Scenario timestamp(String name, Duration shift) {
        return must("timestamp/" + name, Requirement.TIME_2, "a delivery signed " + name + " is rejected")
                .why("A recorded delivery can be sent again for ever.")
                .mend(DRIFT)
                .rejects(valid().but(new TimestampShift(shift)));
    }

    static Scenario large() {
        return should("limits/large", Requirement.HTTP_2, "a forged body of 200 kB is rejected")
                .why("Memory is taken by whoever asks for it.")
                .mend(ANYWHERE)
                .tags(Tag.HEAVY, Tag.WIRE)
                .alsoRejectedBy(413)
                .rejects(valid().with(new PadTo(200_000)).but(new SignatureText("")));
    }

    static Scenario retired() {
        return must("rotation/retired", Requirement.ROT_2, "a retired secret is rejected")
                .tags(Tag.ROTATION)
                .rejects(valid().but(new SignWith(SigningKey.Known.PREVIOUS)));
    }

    static Scenario tolerated() {
        return must("schema/wrong-type", Requirement.PAY_6, "a signed body that breaks the schema is refused")
                .refuses(valid().but(new SetField("retry_count", "\"many\"")));
    }

    static Scenario observed() {
        return may("tampering/method", Requirement.HTTP_4, "how a signed region outside ASCII is answered")
                .observes(valid().with(new SetField("region", "\"\u015bwi\u0119to\u00ad\"")));
    }

    static Scenario once() {
        return must("idempotency/together", Requirement.IDEM_1, "duplicates that come together are processed once")
                .why("A pager goes off twice.")
                .once(
                        Step.accepted(valid()).copies(8),
                        Step.accepted(valid().with(new SetField("retry_count", "1")))
                                .asPrecondition());
    }

    static Scenario retried() {
        return must("idempotency/retry", Requirement.IDEM_1, "a retry is processed once")
                .once(Step.accepted(valid()), Step.accepted(valid().with(new SetField("retry_count", "1"))));
    }
}
