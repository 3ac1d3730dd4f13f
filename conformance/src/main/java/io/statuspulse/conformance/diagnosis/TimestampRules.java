package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.REJECTED;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How far from its clock a receiver lets a timestamp be. */
final class TimestampRules {
    private static final String REPLAYED = "replay/exact-after-tolerance";

    private static final String[] OLD = {
        "timestamp/just-outside-past",
        "timestamp/hour-old",
        "timestamp/day-old",
        "timestamp/year-old",
        "timestamp/zone-offset-old",
        "timestamp/epoch",
        "timestamp/negative",
        "timestamp/stale-header-fresh-body",
        REPLAYED
    };
    private static final String[] AHEAD = {
        "timestamp/just-outside-future",
        "timestamp/zone-offset-old",
        "timestamp/year-ahead",
        "timestamp/milliseconds",
        "timestamp/int32-overflow",
        "timestamp/int64-overflow",
        "timestamp/400-digits"
    };

    private TimestampRules() {}

    static List<Rule> list() {
        return Stream.of(limits(), edges()).flatMap(List::stream).toList();
    }

    private static List<Rule> limits() {
        return List.of(
                finding(
                                "freshness-from-body",
                                "The receiver checks the freshness of the body's timestamp, which dates the event, in place of"
                                        + " the header's: replays of fresh events pass, and retries of old events are lost.")
                        .any(REJECTED, "acceptance/old-event-fresh-attempt")
                        .any(ACCEPTED, "timestamp/stale-header-fresh-body", "timestamp/year-old")
                        .explains(ACCEPTED, "timestamp/*", REPLAYED)
                        .explains(
                                REJECTED,
                                "acceptance/guide-example",
                                "schema/fractional-seconds",
                                "schema/zone-offset",
                                "ordering/*")
                        .doubt("How far from its clock the body's timestamp may be."),
                finding(
                                "timestamp-ignored",
                                "The receiver never looks at the timestamp: deliveries of any age are"
                                        + " accepted, and texts that are no number too.")
                        .each(ACCEPTED, "timestamp/year-old", "timestamp/year-ahead", "timestamp/word")
                        .explains(ACCEPTED, "timestamp/*", REPLAYED),
                finding(
                                "no-drift-check",
                                "The receiver does not compare the timestamp with its clock: deliveries of any age are"
                                        + " accepted.")
                        .each(ACCEPTED, "timestamp/year-old", "timestamp/year-ahead")
                        .explains(ACCEPTED, OLD)
                        .explains(ACCEPTED, AHEAD)
                        .doubt("Nothing is known of timestamps further away than those."),
                finding(
                                "future-accepted",
                                "The receiver limits how old a timestamp may be and not how far ahead: what is signed for the"
                                        + " future can be replayed until then.")
                        .any(ACCEPTED, "timestamp/year-ahead")
                        .held("the past is limited", "timestamp/year-old")
                        .explains(ACCEPTED, AHEAD),
                finding(
                                "past-accepted",
                                "The receiver limits how far ahead a timestamp may be and not how old: recorded deliveries can"
                                        + " be replayed for ever.")
                        .any(ACCEPTED, "timestamp/year-old")
                        .held("the future is limited", "timestamp/year-ahead")
                        .explains(ACCEPTED, OLD),
                finding(
                                "tolerance-too-large",
                                "The receiver's tolerance is larger than what was agreed, to both sides: most likely another"
                                        + " number, or its unit (minutes or hours for seconds).")
                        .each(ACCEPTED, "timestamp/just-outside-past", "timestamp/just-outside-future")
                        .held("there is a limit", "timestamp/year-old")
                        .explains(ACCEPTED, OLD)
                        .explains(ACCEPTED, AHEAD)
                        .doubt(
                                "How large it is: only that it lies between the oldest accepted and the next rejected one;"
                                        + " whether the kit's --tolerance is what was agreed."),
                finding(
                                "time-zones-forgiven",
                                "The receiver accepts timestamps that are whole hours away: it forgives time zones, or reads"
                                        + " seconds as local time.")
                        .any(ACCEPTED, "timestamp/zone-offset-old", "timestamp/hour-old")
                        .held("other distances are rejected", "timestamp/just-outside-past", "timestamp/day-old")
                        .mend(
                                "Unix seconds have no time zone: compare them with Unix seconds, and forgive nothing beyond the"
                                        + " tolerance.")
                        .doubt("How many hours it forgives."),
                finding(
                                "replays-of-known-deliveries-accepted",
                                "The receiver accepts the bytes of a delivery again when they are too old: what it has seen"
                                        + " before, it does not verify again.")
                        .any(ACCEPTED, REPLAYED)
                        .held(
                                "what is old at its first arrival is rejected",
                                "timestamp/just-outside-past",
                                "timestamp/hour-old")
                        .none(Symptom.NOT_PROCESSED, "idempotency/forged-first", "idempotency/stale-first")
                        .mend(
                                "Verify each delivery anew, its timestamp included, before you ask whether it was seen before.")
                        .doubt("Whether it remembers signatures, whole deliveries or event ids."));
    }

    /** Where answers carry a Date that agrees with ours, the clock is not the reason. */
    private static List<Rule> edges() {
        return Stream.of(
                        edge(
                                "past-tolerance-too-large",
                                "The receiver accepts timestamps that are older than was agreed",
                                "its tolerance to that side is larger",
                                "its clock is behind",
                                rule -> rule.any(ACCEPTED, "timestamp/just-outside-past")
                                        .held("there is a limit", "timestamp/year-old")
                                        .explains(ACCEPTED, OLD)),
                        edge(
                                "future-tolerance-too-large",
                                "The receiver accepts timestamps that are further ahead than was agreed",
                                "its tolerance to that side is larger",
                                "its clock is ahead",
                                rule -> rule.any(ACCEPTED, "timestamp/just-outside-future")
                                        .held("there is a limit", "timestamp/year-ahead")
                                        .explains(ACCEPTED, AHEAD)),
                        edge(
                                "tolerance-too-small",
                                "The receiver rejects timestamps that are old and well inside the agreed tolerance",
                                "its tolerance is smaller",
                                "its clock is ahead",
                                rule -> rule.any(REJECTED, "timestamp/just-inside-past")),
                        edge(
                                "future-refused",
                                "The receiver rejects timestamps that are a little ahead of its clock",
                                "it tolerates nothing to that side",
                                "its clock is behind",
                                rule -> rule.any(REJECTED, "timestamp/just-inside-future")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> edge(
            String id, String seen, String tolerance, String clock, UnaryOperator<Rule> conditions) {
        return List.of(
                conditions
                        .apply(finding(id, seen + ": " + tolerance + "."))
                        .dated("its clock is not the reason", "timestamp/just-*")
                        .doubt("How large the tolerance is; whether the kit's --tolerance is what was agreed."),
                conditions
                        .apply(finding(id + "-or-clock", seen + ": either " + tolerance + ", or " + clock + "."))
                        .mend(
                                "Compare the receiver's clock with another one first (NTP), then its tolerance with the agreed"
                                        + " one.")
                        .doubt("Which of the two: its answers carry no Date."));
    }
}
