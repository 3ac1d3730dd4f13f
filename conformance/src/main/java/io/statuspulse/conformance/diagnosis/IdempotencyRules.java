package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.NOT_PROCESSED;
import static io.statuspulse.conformance.diagnosis.Symptom.PROCESSED_TWICE;
import static io.statuspulse.conformance.diagnosis.Symptom.REJECTED;
import static io.statuspulse.conformance.diagnosis.Symptom.THREW;

import java.util.List;
import java.util.stream.Stream;

/** What a receiver does with an event that comes again. */
final class IdempotencyRules {
    private static final String[] DUPLICATES = {
        "idempotency/retry",
        "idempotency/five-retries",
        "idempotency/concurrent",
        "idempotency/after-lost-answer",
        "idempotency/transport-headers-change",
        "rotation/retry-across",
        "replay/exact-within-tolerance"
    };
    private static final String REPEATED = "replay/exact-within-tolerance";
    private static final String RETRY = "idempotency/retry";

    private IdempotencyRules() {}

    static List<Rule> list() {
        return Stream.of(shadowed(), twice(), refused()).flatMap(List::stream).toList();
    }

    private static List<Rule> shadowed() {
        return List.of(
                finding(
                                "remembers-before-verifying",
                                "The receiver remembers an event before it has verified its delivery: a forgery makes the"
                                        + " genuine delivery look like a duplicate, and the event is lost.")
                        .any(NOT_PROCESSED, "idempotency/forged-first")
                        .explains(
                                NOT_PROCESSED,
                                "idempotency/stale-first",
                                "idempotency/invalid-first",
                                "idempotency/after-failed-attempt")
                        .explains(ACCEPTED, "replay/exact-after-tolerance"),
                finding(
                                "remembers-before-freshness",
                                "The receiver remembers an event before it has checked the delivery's timestamp: a stale"
                                        + " delivery makes the fresh retry look like a duplicate.")
                        .any(NOT_PROCESSED, "idempotency/stale-first")
                        .held("the signature is verified first", "idempotency/forged-first")
                        .explains(NOT_PROCESSED, "idempotency/invalid-first", "idempotency/after-failed-attempt")
                        .explains(ACCEPTED, "replay/exact-after-tolerance"),
                finding(
                                "remembers-before-validating",
                                "The receiver remembers an event before it has checked its fields: a malformed delivery makes"
                                        + " the genuine one look like a duplicate.")
                        .any(NOT_PROCESSED, "idempotency/invalid-first")
                        .held("the delivery is verified first", "idempotency/forged-first")
                        .explains(NOT_PROCESSED, "idempotency/after-failed-attempt"),
                finding(
                                "failed-attempt-lost",
                                "The receiver loses an event whose processing failed: it has noted the event, or answered 2xx,"
                                        + " before its work was done.")
                        .any(NOT_PROCESSED, "idempotency/after-failed-attempt")
                        .doubt("Which of the two: the answer to the first attempt tells, a 2xx or not."),
                finding(
                                "failed-attempt-done-twice",
                                "The receiver does its work again when it failed only afterwards: the note that it was done is"
                                        + " not part of the work's transaction.")
                        .any(PROCESSED_TWICE, "idempotency/after-failed-attempt")
                        .held("other retries are recognized", RETRY),
                finding(
                                "content-taken-for-identity",
                                "The receiver takes events that are equal but for their event_id for duplicates, and loses the"
                                        + " second.")
                        .any(NOT_PROCESSED, "idempotency/distinct-same-content")
                        .mend("Recognize duplicates by event_id alone."));
    }

    private static List<Rule> twice() {
        return List.of(
                finding(
                                "no-idempotency",
                                "The receiver processes an event again each time it comes: either it keeps no memory of event"
                                        + " ids, or one that connections, workers or instances do not share.")
                        .any(PROCESSED_TWICE, RETRY, "idempotency/five-retries")
                        .any(PROCESSED_TWICE, REPEATED, "idempotency/concurrent")
                        .explains(PROCESSED_TWICE, DUPLICATES)
                        .doubt("Which of the two."),
                finding(
                                "duplicates-recognized-by-other-than-id",
                                "The receiver recognizes a duplicate by something that changes with each attempt (the"
                                        + " signature, the body, retry_count) and not by its event_id: retries are processed"
                                        + " again.")
                        .any(PROCESSED_TWICE, RETRY, "idempotency/five-retries", "idempotency/after-lost-answer")
                        .held("the very same bytes are recognized", REPEATED)
                        .explains(PROCESSED_TWICE, DUPLICATES)
                        .mend("Recognize duplicates by event_id alone.")
                        .doubt("By which of them."),
                finding(
                                "duplicates-recognized-by-transport",
                                "The receiver recognizes a duplicate by request headers (a request id, the user agent) besides"
                                        + " or in place of its event_id.")
                        .any(PROCESSED_TWICE, "idempotency/transport-headers-change")
                        .held("other retries are recognized", RETRY)
                        .mend("Recognize duplicates by event_id alone.")
                        .doubt("By which header."),
                finding(
                                "memory-per-secret",
                                "The receiver does not recognize a retry that is signed with another secret: it keeps a memory"
                                        + " for each.")
                        .any(PROCESSED_TWICE, "rotation/retry-across")
                        .held("other retries are recognized", RETRY)
                        .mend("Recognize duplicates by event_id alone, whatever secret the delivery was signed with."),
                finding(
                                "duplicates-race",
                                "The receiver processes duplicates that arrive together more than once: it looks whether it"
                                        + " knows the event first and notes it later (a race).")
                        .any(PROCESSED_TWICE, "idempotency/concurrent")
                        .held("duplicates one after the other are recognized", RETRY, REPEATED)
                        .doubt(
                                "How often that happens with real traffic; whether it is a memory that workers do not share."),
                finding("duplicates-processed", "The receiver processes some duplicates more than once.")
                        .any(PROCESSED_TWICE, DUPLICATES)
                        .explains(PROCESSED_TWICE, "idempotency/*", "ordering/*", "replay/*"));
    }

    private static List<Rule> refused() {
        return List.of(
                finding(
                                "duplicates-refused",
                                "The receiver refuses duplicates in place of answering 2xx: the provider goes on retrying what"
                                        + " it has taken long ago.")
                        .any(REJECTED, RETRY, "idempotency/five-retries", "idempotency/after-lost-answer")
                        .explains(REJECTED, DUPLICATES)
                        .explains(REJECTED, "idempotency/same-id-other-body"),
                finding(
                                "throws-on-duplicates",
                                "The receiver answers 5xx to duplicates, most likely because a unique index throws: the provider"
                                        + " goes on retrying what it has taken long ago.")
                        .any(THREW, RETRY, "idempotency/five-retries", "idempotency/after-lost-answer")
                        .explains(THREW, DUPLICATES)
                        .explains(THREW, "idempotency/same-id-other-body"),
                finding(
                                "replays-refused",
                                "The receiver refuses a signature that it has accepted before, in place of answering a"
                                        + " duplicate 2xx.")
                        .any(REJECTED, REPEATED)
                        .held("retries are taken", RETRY)
                        .explains(REJECTED, "idempotency/concurrent")
                        .mend(
                                "Answer 2xx to what you have taken already, by its event_id; the timestamp limits replays."),
                finding("throws-on-replays", "The receiver answers 5xx to a signature that it has accepted before.")
                        .any(THREW, REPEATED)
                        .held("retries are taken", RETRY)
                        .explains(THREW, "idempotency/concurrent")
                        .mend(
                                "Answer 2xx to what you have taken already, by its event_id; the timestamp limits replays."),
                finding(
                                "throws-on-id-conflict",
                                "The receiver answers 5xx to an event_id that it knows when the content is another.")
                        .any(THREW, "idempotency/same-id-other-body"),
                finding(
                                "throws-on-id-in-upper-case",
                                "The receiver answers 5xx to an event_id in upper case, most likely because its decoder or its"
                                        + " database throws.")
                        .any(THREW, "idempotency/id-case")
                        .doubt("Whether it is the form of the id, or two ids that differ in case alone."));
    }
}
