package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.LEAKED;
import static io.statuspulse.conformance.diagnosis.Symptom.NOT_PROCESSED;

import java.util.List;

/** Whether a receiver verifies at all. */
final class VerificationRules {
    private static final String[] EVERY_FORGERY = {
        "signature/*",
        "tampering/*",
        "timestamp/*",
        "rotation/*",
        "secret/*",
        "replay/exact-after-tolerance",
        "http/rejection-in-time",
        "http/folded-header",
        "http/space-before-colon",
        "http/nul-in-header",
        "http/content-length-short"
    };

    private VerificationRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "answers-before-verifying",
                                "The receiver answers 2xx to every delivery, forged ones too, most likely because it answers"
                                        + " before it verifies and processes: nobody learns of a rejection or a failure, and"
                                        + " what fails is never sent again.")
                        .each(ACCEPTED, "signature/missing", "signature/wrong", "tampering/field-changed")
                        .any(NOT_PROCESSED, "idempotency/after-failed-attempt")
                        .explains(ACCEPTED, EVERY_FORGERY)
                        .mend(
                                "Verify before the answer; store the event durably, then answer, and leave only the work for"
                                        + " later.")
                        .doubt(
                                "Whether forged deliveries are processed: what is answered 2xx is not looked at for effects."),
                finding(
                                "does-not-verify",
                                "The receiver does not reject forgeries: either it does not verify, or it goes on (or has"
                                        + " answered already) when the verification fails.")
                        .each(ACCEPTED, "signature/missing", "signature/wrong", "tampering/field-changed")
                        .explains(ACCEPTED, EVERY_FORGERY)
                        .doubt(
                                "Whether forged deliveries are processed: what is answered 2xx is not looked at for effects."),
                finding(
                                "checks-form-only",
                                "The receiver accepts every signature of the right form: it looks at the header but does not"
                                        + " compare it with a signature of its own.")
                        .each(ACCEPTED, "signature/wrong", "tampering/field-changed")
                        .held(
                                "the header must be there and look like a signature",
                                "signature/empty",
                                "signature/not-hex")
                        .explains(ACCEPTED, EVERY_FORGERY)
                        .doubt("Which form it asks for, beyond what was rejected."),
                finding(
                                "accepts-every-signature",
                                "The receiver accepts wrong signatures as long as there is one: the header is asked for and"
                                        + " not compared.")
                        .each(ACCEPTED, "signature/wrong", "tampering/field-changed")
                        .held("there must be one", "signature/missing")
                        .explains(ACCEPTED, EVERY_FORGERY)
                        .doubt("Whether some signatures are rejected that the kit does not send."),
                finding(
                                "unsigned-accepted",
                                "The receiver verifies only where there is a signature: leaving the header out is enough to be"
                                        + " believed.")
                        .any(ACCEPTED, "signature/missing")
                        .held("what is signed is compared", "signature/wrong")
                        .explains(
                                ACCEPTED,
                                "signature/in-*",
                                "signature/other-header",
                                "signature/unsigned-control-events",
                                "timestamp/missing*"),
                finding(
                                "missing-timestamp-accepted",
                                "The receiver verifies only where the timestamp header is there: leaving it out skips the"
                                        + " verification.")
                        .any(ACCEPTED, "timestamp/missing")
                        .held("a missing signature is rejected", "signature/missing")
                        .explains(ACCEPTED, "timestamp/missing*"),
                finding(
                                "control-events-unverified",
                                "The receiver answers 2xx to some types of events (such as ping, test or unsubscribe) without"
                                        + " a signature.")
                        .any(ACCEPTED, "signature/unsigned-control-events")
                        .held("other events need a signature", "signature/missing")
                        .mend("Verify every request before you look at its event_type, tests and pings too.")
                        .doubt("Which of the types: the trial that failed is among those of the scenario."),
                finding(
                                "empty-body-unverified",
                                "The receiver answers 2xx to an empty body whatever its signature is, as one does to a health"
                                        + " check.")
                        .any(ACCEPTED, "tampering/emptied")
                        .held("other changes to a body are noticed", "tampering/field-changed")
                        .mend(
                                "Answer health checks on a path of their own, and verify everything that comes to this one.")
                        .doubt("Whether anything is processed then."),
                finding(
                                "known-signatures-trusted",
                                "The receiver accepts a signature that it has accepted before with another body: most likely it"
                                        + " remembers signatures, and not what they were for.")
                        .any(ACCEPTED, "tampering/swapped")
                        .held("a changed body alone is noticed", "tampering/field-changed")
                        .mend("Compute the signature of each delivery anew, and cache nothing of the verification."),
                finding(
                                "secret-or-signature-revealed",
                                "An answer of the receiver holds a secret, or the signature that it expected.")
                        .any(LEAKED, "signature/not-revealed")
                        .doubt("That it is the receiver and not a gateway before it that says so."));
    }
}
