package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;

import java.util.List;
import java.util.stream.Stream;

/** What a receiver takes for a timestamp besides decimal seconds. */
final class TimestampTextRules {
    private static final String[] NUMBERS = {
        "timestamp/fraction",
        "timestamp/exponent",
        "timestamp/hexadecimal",
        "timestamp/digit-separators",
        "timestamp/other-digits",
        "timestamp/not-a-number",
        "timestamp/infinity"
    };

    private TimestampTextRules() {}

    static List<Rule> list() {
        return Stream.of(missing(), parsing(), formats()).flatMap(List::stream).toList();
    }

    private static List<Rule> missing() {
        return List.of(
                finding(
                                "empty-timestamp-accepted",
                                "The receiver checks freshness only if the timestamp is not empty: an empty one, or none where"
                                        + " a missing header is read as an empty text, is never stale.")
                        .any(ACCEPTED, "timestamp/empty")
                        .explains(ACCEPTED, "timestamp/missing-body-signed"),
                finding(
                                "missing-timestamp-signed-as-nothing",
                                "The receiver verifies a delivery without a timestamp over what is left, and does not miss it.")
                        .any(ACCEPTED, "timestamp/missing-body-signed")
                        .held("an empty timestamp is rejected", "timestamp/empty"),
                finding(
                                "missing-timestamp-signed-as-word",
                                "The receiver writes a missing timestamp into the signed text as a word (undefined, null or"
                                        + " None) and never finds it stale.")
                        .any(ACCEPTED, "timestamp/missing-undefined-signed")
                        .doubt("Which of the words: the trial that failed is among those of the scenario."),
                finding(
                                "any-of-several-timestamps",
                                "The receiver accepts two timestamp headers in whatever order if one is fresh.")
                        .each(ACCEPTED, "timestamp/fresh-then-stale", "timestamp/stale-then-fresh"),
                finding(
                                "first-timestamp-wins",
                                "The receiver takes the first of two timestamp headers and ignores the other.")
                        .any(ACCEPTED, "timestamp/fresh-then-stale")
                        .held("the first one counts", "timestamp/stale-then-fresh"),
                finding(
                                "last-timestamp-wins",
                                "The receiver takes the last of two timestamp headers and ignores the other.")
                        .any(ACCEPTED, "timestamp/stale-then-fresh")
                        .held("the last one counts", "timestamp/fresh-then-stale"));
    }

    private static List<Rule> parsing() {
        return List.of(
                finding(
                                "parsed-timestamp-signed-as-nan",
                                "The receiver signs what it parsed the timestamp to and not the header's text, and NaN, which"
                                        + " a word becomes, is never found stale.")
                        .any(ACCEPTED, "timestamp/word-signed-as-nan")
                        .explains(ACCEPTED, "timestamp/not-a-number"),
                finding(
                                "words-accepted-as-timestamps",
                                "The receiver accepts words as timestamps: what does not parse becomes NaN or nothing, and the"
                                        + " comparison with the clock is false then, so that it never looks stale.")
                        .any(ACCEPTED, "timestamp/word")
                        .explains(ACCEPTED, NUMBERS)
                        .explains(ACCEPTED, "timestamp/trailing-text", "timestamp/iso-8601", "timestamp/http-date")
                        .doubt("Whether it is NaN, or an error of the parser that is ignored."),
                finding(
                                "nan-accepted-as-timestamp",
                                "The receiver accepts nan as a timestamp: it reads it with a parser of floating-point numbers,"
                                        + " and no comparison with nan finds it stale.")
                        .any(ACCEPTED, "timestamp/not-a-number")
                        .held("other words are rejected", "timestamp/word")
                        .explains(ACCEPTED, NUMBERS),
                finding(
                                "floating-point-timestamp",
                                "The receiver reads the timestamp with a parser of floating-point numbers: exponents or"
                                        + " fractions pass.")
                        .any(ACCEPTED, "timestamp/exponent", "timestamp/fraction")
                        .held("it reads the whole text", "timestamp/trailing-text")
                        .none(Symptom.THREW, "timestamp/plus-sign", "timestamp/leading-zeros")
                        .explains(ACCEPTED, NUMBERS),
                finding(
                                "leading-digits-read",
                                "The receiver reads the leading digits of the timestamp and ignores what follows.")
                        .any(ACCEPTED, "timestamp/trailing-text")
                        .explains(ACCEPTED, NUMBERS),
                finding(
                                "parsed-timestamp-signed",
                                "The receiver signs the number that it parsed from the timestamp and not the header's text:"
                                        + " other texts pass under the same signature.")
                        .any(ACCEPTED, "tampering/timestamp-decorated")
                        .explains(ACCEPTED, "tampering/boundary-shifted"),
                finding(
                                "boundary-moved",
                                "The receiver accepts bytes moved between timestamp and body under one signature: it does not"
                                        + " check that each part is what it must be.")
                        .any(ACCEPTED, "tampering/boundary-shifted*"),
                finding(
                                "timestamp-of-32-bits",
                                "The receiver keeps the timestamp in 32 bits: a larger number wraps around to a fresh one.")
                        .any(ACCEPTED, "timestamp/int32-overflow")
                        .held("the future is limited otherwise", "timestamp/year-ahead")
                        .explains(ACCEPTED, "timestamp/int64-overflow"),
                finding(
                                "timestamp-of-64-bits",
                                "The receiver keeps the timestamp in 64 bits: a larger number wraps around to a fresh one.")
                        .any(ACCEPTED, "timestamp/int64-overflow")
                        .held("the future is limited otherwise", "timestamp/year-ahead", "timestamp/int32-overflow"),
                finding("sign-dropped", "The receiver reads a negative timestamp as its absolute value.")
                        .any(ACCEPTED, "timestamp/negative")
                        .held("old timestamps are rejected otherwise", "timestamp/epoch", "timestamp/year-old"));
    }

    private static List<Rule> formats() {
        return List.of(
                also("milliseconds-accepted", "timestamp/milliseconds", "milliseconds"),
                also("rfc-3339-accepted", "timestamp/iso-8601", "RFC 3339 times"),
                also("http-dates-accepted", "timestamp/http-date", "HTTP dates"),
                also("hexadecimal-accepted", "timestamp/hexadecimal", "hexadecimal numbers"),
                also("other-digits-accepted", "timestamp/other-digits", "digits of other scripts"),
                also("digit-separators-accepted", "timestamp/digit-separators", "numbers with underscores"),
                also("infinity-accepted", "timestamp/infinity", "the word Infinity"));
    }

    private static Rule also(String id, String scenario, String what) {
        return finding(id, "The receiver also accepts " + what + " as timestamps.")
                .any(ACCEPTED, scenario)
                .held("other words are rejected", "timestamp/word")
                .doubt("Which library reads them.");
    }
}
