package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.SIG_1;
import static io.statuspulse.conformance.scenario.Requirement.SIG_2;
import static io.statuspulse.conformance.scenario.Requirement.SIG_3;
import static io.statuspulse.conformance.scenario.Requirement.SIG_4;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.may;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static io.statuspulse.simulator.delivery.SentEdit.HeaderRole.SIGNATURE;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.delivery.BodyEdit.EventTimeShift;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.AlterSignature;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.MoveSignature;
import io.statuspulse.simulator.delivery.SentEdit.Order;
import io.statuspulse.simulator.delivery.SentEdit.PrefixSignature;
import io.statuspulse.simulator.delivery.SentEdit.SecondSignature;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import io.statuspulse.simulator.delivery.SentEdit.SignatureText;
import io.statuspulse.simulator.delivery.SignatureAlteration;
import io.statuspulse.simulator.delivery.SigningEdit.EncodeAs;
import io.statuspulse.simulator.delivery.SigningEdit.MacWith;
import io.statuspulse.simulator.delivery.SigningEdit.SignBodyTime;
import io.statuspulse.simulator.delivery.SigningEdit.SignBodyTimestamp;
import io.statuspulse.simulator.delivery.SigningEdit.SignContent;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.event.EventType;
import io.statuspulse.simulator.signing.MacAlgorithm;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignedContent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the signature header, and what does not: only one text is right. */
final class SignatureScenarios {
    /** What frameworks that validate parameters answer where a header is missing, before any code of the receiver. */
    private static final int UNPROCESSABLE = 422;

    private static final String FORGED =
            "Anyone who knows the URL can report outages that are none, and all-clears while everything burns.";
    private static final String THROWS =
            "An exception on a strange signature is a 500: the sender retries it for hours, alerts fire, and where the"
                    + " process dies with it, anyone can stop the receiver with one request.";
    private static final String OTHER_SCHEME =
            "A receiver that also takes another scheme has a second lock that nobody tests; with the wrong one it takes what"
                    + " an attacker can compute.";
    private static final String ELSEWHERE =
            "What is read from several places can differ between them: a gateway checks one and the receiver the other.";

    private SignatureScenarios() {}

    static List<Scenario> list() {
        return List.of(
                forged("signature/missing", "a delivery with no signature header is rejected")
                        .mend(Mends.REQUIRE_HEADERS)
                        .tags(Tag.QUICK)
                        .refs("CWE-347")
                        .alsoRejectedBy(UNPROCESSABLE)
                        .rejects(valid().but(new DropHeader(SIGNATURE))),
                forged("signature/empty", "an empty signature is rejected")
                        .refs("CVE-2024-21491", "CVE-2023-50728")
                        .rejects(text("")),
                forged("signature/blank", "a signature of spaces is rejected").rejects(text("   ")),
                forged("signature/wrong", "a wrong signature of the right length is rejected")
                        .tags(Tag.QUICK)
                        .rejects(altered(SignatureAlteration.EVERY_CHARACTER)),
                forged("signature/all-zeros", "64 zeros are rejected").rejects(text("0".repeat(64))),
                forged("signature/first-character", "a signature wrong in its first character is rejected")
                        .rejects(altered(SignatureAlteration.FIRST_CHARACTER)),
                forged("signature/middle-character", "a signature wrong in its middle is rejected")
                        .rejects(altered(SignatureAlteration.MIDDLE_CHARACTER)),
                forged("signature/last-character", "a signature wrong in its last character is rejected")
                        .tags(Tag.QUICK)
                        .rejects(altered(SignatureAlteration.LAST_CHARACTER)),
                strange("signature/truncated-by-one", "a signature short of its last character is rejected")
                        .refs("CVE-2024-21491")
                        .rejects(altered(SignatureAlteration.TRUNCATED_BY_ONE)),
                strange("signature/truncated-to-half", "the first half of the signature is rejected")
                        .refs("CVE-2024-21491")
                        .rejects(altered(SignatureAlteration.TRUNCATED_TO_HALF)),
                strange("signature/truncated-to-one", "the first character of the signature is rejected")
                        .refs("CVE-2024-21491")
                        .rejects(altered(SignatureAlteration.TRUNCATED_TO_ONE)),
                strange("signature/extended", "the right signature with more after it is rejected")
                        .rejects(altered(SignatureAlteration.EXTENDED)),
                strange("signature/doubled", "the right signature twice in one header is rejected")
                        .rejects(altered(SignatureAlteration.DOUBLED)),
                strange("signature/not-hex", "64 characters that are not hex are rejected")
                        .rejects(text("z".repeat(64))),
                strange(
                                "signature/junk-inside",
                                "the right signature with white space or junk between its digits is rejected")
                        .rejects(
                                altered(SignatureAlteration.SPACES_INSIDE),
                                altered(SignatureAlteration.HYPHEN_INSIDE),
                                altered(SignatureAlteration.LETTER_INSIDE)),
                strange("signature/odd-length", "63 and 65 hex digits are rejected")
                        .rejects(
                                altered(SignatureAlteration.TRUNCATED_BY_ONE),
                                altered(SignatureAlteration.EXTENDED_BY_ONE)),
                forged("signature/literal-word", "the words undefined, null and None are rejected")
                        .rejects(text("undefined"), text("null"), text("None")),
                strange("signature/non-ascii", "64 characters outside ASCII are rejected, not a 500")
                        .rejects(text("\u00e9".repeat(64)), altered(SignatureAlteration.LAST_CHARACTER_NON_ASCII)),
                strange("signature/non-ascii-same-bytes", "32 two-byte characters (64 bytes) are rejected, not a 500")
                        .rejects(text("\u00c3\u00a9".repeat(32))),
                strange("signature/8-kib", "a signature of 8 KiB is rejected")
                        .alsoRejectedBy(413, 431)
                        .rejects(text("a".repeat(8192))),
                may("signature/upper-case", SIG_1, "the right signature in upper case: accepted or rejected, reported")
                        .why(
                                "The contract says lower case; decoding before comparing takes both, comparing text takes one.")
                        .mend(Mends.COMPARE)
                        .observes(valid().but(new EncodeAs(SignatureEncoding.UPPER_HEX))),
                other("signature/base64", "the right MAC in base64 is rejected")
                        .rejects(valid().but(new EncodeAs(SignatureEncoding.BASE64))),
                other("signature/base64url", "the right MAC in base64url is rejected")
                        .rejects(valid().but(new EncodeAs(SignatureEncoding.BASE64URL))),
                should("signature/prefixed", SIG_1, "the right signature behind sha256= is rejected")
                        .why(OTHER_SCHEME)
                        .mend(Mends.COMPARE)
                        .rejects(valid().but(new PrefixSignature("sha256="))),
                should("signature/versioned", SIG_1, "the right signature behind v1, or v1= is rejected")
                        .why(OTHER_SCHEME)
                        .mend(Mends.COMPARE)
                        .rejects(valid().but(new PrefixSignature("v1,")), valid().but(new PrefixSignature("v1="))),
                other("signature/sha1", "an HMAC-SHA1 is rejected").rejects(mac(MacAlgorithm.HMAC_SHA1)),
                other("signature/md5", "an HMAC-MD5 is rejected").rejects(mac(MacAlgorithm.HMAC_MD5)),
                other("signature/sha512", "an HMAC-SHA512 is rejected").rejects(mac(MacAlgorithm.HMAC_SHA512)),
                other("signature/sha512-truncated", "an HMAC-SHA512 cut to 64 characters is rejected")
                        .rejects(mac(MacAlgorithm.HMAC_SHA512_TRUNCATED)),
                other("signature/plain-digest", "an unkeyed SHA-256 of the signed content is rejected")
                        .rejects(mac(MacAlgorithm.SHA256)),
                other("signature/secret-prefix-digest", "SHA-256 of secret and content is rejected")
                        .refs("CWE-328")
                        .rejects(mac(MacAlgorithm.SHA256_KEY_FIRST)),
                other("signature/content-as-key", "an HMAC with key and message exchanged is rejected")
                        .rejects(mac(MacAlgorithm.HMAC_SHA256_EXCHANGED)),
                other("signature/body-only", "a signature over the body alone is rejected")
                        .tags(Tag.QUICK)
                        .rejects(content("{body}")),
                other("signature/timestamp-only", "a signature over the timestamp alone is rejected")
                        .rejects(content("{timestamp}"), content("{timestamp}.")),
                other("signature/no-separator", "a signature over timestamp and body without the dot is rejected")
                        .rejects(content("{timestamp}{body}")),
                other("signature/other-separator", "a signature over timestamp:body is rejected")
                        .rejects(content("{timestamp}:{body}")),
                other("signature/body-timestamp", "a signature made with the body's timestamp is rejected")
                        .rejects(
                                valid().but(new SignBodyTimestamp()),
                                valid().with(new EventTimeShift(Duration.ofHours(-1)))
                                        .but(new SignBodyTime())),
                elsewhere("signature/in-query", "a signature in the query string is rejected")
                        // To a router that compares the whole target it is another path.
                        .alsoRejectedBy(404)
                        .rejects(moved(SignaturePlace.QUERY)),
                elsewhere("signature/in-body", "a signature in the body is rejected")
                        .rejects(moved(SignaturePlace.BODY)),
                elsewhere("signature/in-trailer", "a signature in a chunked trailer is rejected")
                        .alsoRejectedBy(411)
                        .tags(Tag.WIRE)
                        .refs("RFC 9110, 6.5.1")
                        .rejects(moved(SignaturePlace.TRAILER)),
                elsewhere(
                                "signature/other-header",
                                "a signature in X-Signature or X-Hub-Signature-256 alone is rejected")
                        .rejects(moved(SignaturePlace.X_SIGNATURE), moved(SignaturePlace.X_HUB_SIGNATURE_256)),
                twice("signature/wrong-then-right", "two signature headers, the wrong one first, are rejected")
                        .rejects(valid().but(new SecondSignature(Order.WRONG_FIRST))),
                twice("signature/right-then-wrong", "two signature headers, the right one first, are rejected")
                        .rejects(valid().but(new SecondSignature(Order.RIGHT_FIRST))),
                twice("signature/list-with-right", "a comma-separated list that holds the right signature is rejected")
                        .rejects(altered(SignatureAlteration.LIST_WITH_RIGHT)),
                must("signature/not-revealed", SIG_4, "no rejection holds the expected signature or the secret")
                        .why(
                                "An answer that shows the signature it expected signs any forgery: send it, read, send again.")
                        .mend(Mend.anywhere(
                                "Answer a rejection with 401 and a fixed text; write details to your log only,"
                                        + " and never the expected signature."))
                        .refs("CWE-209")
                        .revealsNothing(
                                valid().but(new DropHeader(SIGNATURE)),
                                altered(SignatureAlteration.EVERY_CHARACTER),
                                altered(SignatureAlteration.TRUNCATED_TO_HALF),
                                valid().but(
                                                new TimestampShift(Duration.ofHours(-1)),
                                                new SignatureText("0".repeat(64)))),
                must(
                                "signature/unsigned-control-events",
                                SIG_2,
                                "unsigned events of every type, and of type ping, test and unsubscribe, are rejected")
                        .why(
                                "Receivers that answer pings and tests before they verify have been switched off, or told to"
                                        + " forget their secret, by anyone.")
                        .mend(Mends.REQUIRE_HEADERS)
                        .refs("GHSA-hh59-fgrr-93hf")
                        .alsoRejectedBy(UNPROCESSABLE)
                        .rejects(unsignedEvents()),
                may(
                                "signature/uniform-rejection",
                                SIG_4,
                                "rejections that differ by cause (missing, wrong, stale) are reported")
                        .why("An answer that names the cause helps an integrator, and an attacker who probes.")
                        .mend(Mend.anywhere("Answer every rejection alike, and log the cause."))
                        .observes(
                                valid().but(new DropHeader(SIGNATURE)),
                                altered(SignatureAlteration.EVERY_CHARACTER),
                                valid().but(new TimestampShift(Duration.ofHours(-1)))));
    }

    private static ScenarioBuilder forged(String id, String title) {
        return must(id, SIG_2, title).why(FORGED).mend(Mends.COMPARE);
    }

    private static ScenarioBuilder strange(String id, String title) {
        return must(id, SIG_3, title).why(THROWS).mend(Mends.COMPARE);
    }

    private static ScenarioBuilder other(String id, String title) {
        return must(id, SIG_1, title).why(OTHER_SCHEME).mend(Mends.SCHEME);
    }

    private static ScenarioBuilder elsewhere(String id, String title) {
        return must(id, Requirement.SIG_2, title)
                .why(ELSEWHERE)
                .mend(Mends.REQUIRE_HEADERS)
                .alsoRejectedBy(UNPROCESSABLE);
    }

    private static ScenarioBuilder twice(String id, String title) {
        return should(id, Requirement.SIG_2, title).why(ELSEWHERE).mend(Mends.REQUIRE_HEADERS);
    }

    private static DeliveryPlan text(String signature) {
        return valid().but(new SignatureText(signature));
    }

    private static DeliveryPlan altered(SignatureAlteration alteration) {
        return valid().but(new AlterSignature(alteration));
    }

    private static DeliveryPlan mac(MacAlgorithm algorithm) {
        return valid().but(new MacWith(algorithm));
    }

    private static DeliveryPlan content(String template) {
        return valid().but(new SignContent(new SignedContent(template)));
    }

    private static DeliveryPlan moved(SignaturePlace place) {
        return valid().but(new MoveSignature(place));
    }

    private static DeliveryPlan[] unsignedEvents() {
        DropHeader unsigned = new DropHeader(SIGNATURE);
        List<DeliveryPlan> known = Arrays.stream(EventType.values())
                .map(type -> valid(type).but(unsigned))
                .toList();
        // The type is part of what is forged: a receiver may rightly refuse an unknown type even when it is signed.
        List<DeliveryPlan> control = List.of("ping", "test", "unsubscribe").stream()
                .map(type -> valid().but(new SetField("event_type", "\"" + type + "\""), unsigned))
                .toList();
        return Stream.of(known, control).flatMap(List::stream).toArray(DeliveryPlan[]::new);
    }
}
