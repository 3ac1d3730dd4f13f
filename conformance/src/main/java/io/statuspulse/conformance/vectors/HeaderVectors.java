package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.HTTP_1;
import static io.statuspulse.conformance.scenario.Requirement.SIG_2;
import static io.statuspulse.conformance.scenario.Requirement.TIME_3;
import static io.statuspulse.conformance.vectors.VectorFlag.MAY_REPEAT_HEADER;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.simulator.bytes.Bytes;
import java.util.Locale;
import java.util.stream.Stream;

/** The two headers under every spelling of their names, under other names, twice, and among others. */
final class HeaderVectors {
    private static final String SIGNATURE = Setting.SCHEME.signatureHeader();
    private static final String TIMESTAMP = Setting.SCHEME.timestampHeader();
    private static final String WRONG = "0".repeat(64);
    private static final Request GENUINE =
            Setting.USUAL.request(Bytes.utf8("{\"event_id\":\"evt_333333333333\",\"check_id\":\"chk_kit_a\"}"));

    private static final Family NAMES = Family.must("header/names", HTTP_1, VectorFlag.HEADER_NAMES);
    private static final Family OTHERS = Family.must("header/others", HTTP_1, VectorFlag.OTHER_HEADERS);
    private static final Family TWICE = Family.should("header/twice", SIG_2, VectorFlag.REPEATED_HEADER);

    private HeaderVectors() {}

    static Stream<SignatureVector> list() {
        return Stream.of(names(), others(), elsewhere(), twice()).flatMap(vectors -> vectors);
    }

    private static Stream<SignatureVector> names() {
        return Stream.of(
                named("lower", "lower case", lower(TIMESTAMP), lower(SIGNATURE)),
                named("upper", "upper case", upper(TIMESTAMP), upper(SIGNATURE)),
                named(
                        "capitalized",
                        "one capital for each word, as Go and Ruby write them",
                        "X-Statuspulse-Timestamp",
                        "X-Statuspulse-Signature"),
                named("mixed", "alternating case", "x-sTaTuSpUlSe-TiMeStAmP", "x-StAtUsPuLsE-sIgNaTuRe"),
                named("lower-x", "a lower-case x", "x-StatusPulse-Timestamp", "x-StatusPulse-Signature"),
                named("one-lower", "the signature's in lower case only", TIMESTAMP, lower(SIGNATURE)),
                named("one-upper", "the timestamp's in upper case only", upper(TIMESTAMP), SIGNATURE),
                NAMES.valid(
                        "signature-first",
                        "the signature's line before the timestamp's",
                        new Request(
                                Stream.of(
                                                GENUINE.headers().get(1),
                                                GENUINE.headers().get(0))
                                        .toList(),
                                GENUINE.body())));
    }

    private static Stream<SignatureVector> others() {
        return Stream.of(
                beside("x-signature", "X-Signature", WRONG),
                beside("x-hub-signature-256", "X-Hub-Signature-256", "sha256=" + WRONG),
                beside("stripe-signature", "Stripe-Signature", "t=1,v1=" + WRONG),
                beside("webhook-signature", "webhook-signature", "v1," + WRONG),
                beside("webhook-timestamp", "webhook-timestamp", "1"),
                beside("longer-name", SIGNATURE + "-256", WRONG),
                beside("longer-timestamp-name", TIMESTAMP + "-Ms", Setting.NOW + "000"),
                beside("underscores", "X_StatusPulse_Signature", WRONG),
                beside("timestamp-with-underscores", "X_StatusPulse_Timestamp", "1"),
                beside("date", "Date", "Thu, 01 Jan 1970 00:00:00 GMT"),
                beside("authorization", "Authorization", "Bearer none"),
                beside("empty", "X-Empty", ""),
                beside("non-ascii", "X-Region", "Z\u00fcrich"),
                OTHERS.valid(
                        "wrong-signature-first",
                        "a header of another name with a wrong signature before the right one",
                        GENUINE.first("X-Signature", WRONG)));
    }

    private static Stream<SignatureVector> elsewhere() {
        return Stream.of(
                        "StatusPulse-Signature",
                        "X-Status-Pulse-Signature",
                        "X_StatusPulse_Signature",
                        "HTTP_X_STATUSPULSE_SIGNATURE",
                        "X-StatusPulse-Signature-256",
                        "X-StatusPulse-Signatur",
                        "X-StatusPulse-Signature.",
                        "XStatusPulseSignature",
                        "X-Signature",
                        "Signature",
                        "Authorization",
                        "webhook-signature")
                .flatMap(name -> Stream.of(
                        under("signature", SIG_2, name)
                                .invalid(
                                        slug(name),
                                        "the right signature under the name " + name,
                                        Reason.SIGNATURE_MISSING,
                                        GENUINE.named(TIMESTAMP, name)),
                        timestampUnder(name.replace("Signature", "Timestamp")
                                .replace("signature", "timestamp")
                                .replace("SIGNATURE", "TIMESTAMP")
                                .replace("Signatur", "Timestam")
                                .replace("Authorization", "Date"))));
    }

    private static SignatureVector timestampUnder(String name) {
        return under("timestamp", TIME_3, name)
                .invalid(
                        slug(name),
                        "the timestamp under the name " + name,
                        Reason.TIMESTAMP_MISSING,
                        GENUINE.named(name, SIGNATURE));
    }

    private static Stream<SignatureVector> twice() {
        String stale = Long.toString(Setting.NOW - 3600);
        String fresh = Long.toString(Setting.NOW);
        return Stream.of(
                TWICE.acceptable(
                        "signature-alike",
                        "the right signature in two lines",
                        MAY_REPEAT_HEADER,
                        GENUINE.plus(SIGNATURE, GENUINE.signature())),
                TWICE.acceptable(
                        "signature-alike-other-case",
                        "the right signature in two lines, one name in lower case",
                        MAY_REPEAT_HEADER,
                        GENUINE.plus(lower(SIGNATURE), GENUINE.signature())),
                TWICE.acceptable(
                        "timestamp-alike",
                        "the timestamp in two lines",
                        MAY_REPEAT_HEADER,
                        GENUINE.plus(TIMESTAMP, fresh)),
                signatures("wrong-last", "the right signature, then a wrong one", GENUINE.plus(SIGNATURE, WRONG)),
                signatures("wrong-first", "a wrong signature, then the right one", GENUINE.first(SIGNATURE, WRONG)),
                signatures(
                        "wrong-last-other-case",
                        "the right signature, then a wrong one under a name in lower case",
                        GENUINE.plus(lower(SIGNATURE), WRONG)),
                signatures(
                        "wrong-first-other-case",
                        "a wrong signature under a name in lower case, then the right one",
                        GENUINE.first(lower(SIGNATURE), WRONG)),
                signatures("empty-first", "an empty signature, then the right one", GENUINE.first(SIGNATURE, "")),
                signatures("empty-last", "the right signature, then an empty one", GENUINE.plus(SIGNATURE, "")),
                signatures(
                        "three",
                        "the right signature between two wrong ones",
                        GENUINE.first(SIGNATURE, WRONG).plus(SIGNATURE, WRONG)),
                timestamps("stale-last", "the signed timestamp, then a stale one", GENUINE.plus(TIMESTAMP, stale)),
                timestamps("stale-first", "a stale timestamp, then the signed one", GENUINE.first(TIMESTAMP, stale)),
                timestamps(
                        "fresh-before-stale-signed",
                        "a fresh timestamp, then the stale one that was signed",
                        Setting.USUAL.request(stale, GENUINE.body()).first(TIMESTAMP, fresh)),
                timestamps(
                        "fresh-after-stale-signed",
                        "the stale timestamp that was signed, then a fresh one",
                        Setting.USUAL.request(stale, GENUINE.body()).plus(TIMESTAMP, fresh)),
                timestamps(
                        "fresh-after-stale-signed-other-case",
                        "the same, with the fresh one's name in lower case",
                        Setting.USUAL.request(stale, GENUINE.body()).plus(lower(TIMESTAMP), fresh)));
    }

    /** To CGI and what came after it, hyphens and underscores are one: such a library may take either. */
    private static Family under(String what, Requirement requirement, String name) {
        return new Family(
                "header/" + what + "-under",
                name.contains("_") ? Level.SHOULD : Level.MUST,
                requirement,
                VectorFlag.MISSING_HEADER);
    }

    private static SignatureVector named(String variant, String comment, String timestamp, String signature) {
        return NAMES.valid(variant, "header names in " + comment, GENUINE.named(timestamp, signature));
    }

    private static SignatureVector beside(String variant, String name, String value) {
        Level level = name.contains("_") ? Level.SHOULD : Level.MUST;
        return new Family(OTHERS.id(), level, OTHERS.requirement(), OTHERS.flag())
                .valid(variant, "a header " + name + " beside the two that matter", GENUINE.plus(name, value));
    }

    private static SignatureVector signatures(String variant, String comment, Request request) {
        return TWICE.invalid(variant, comment, Reason.SIGNATURE_REPEATED, request);
    }

    private static SignatureVector timestamps(String variant, String comment, Request request) {
        return TWICE.invalid(variant, comment, Reason.TIMESTAMP_REPEATED, request);
    }

    private static String slug(String name) {
        return lower(name).replace("_", "-u-").replace(".", "-dot");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
