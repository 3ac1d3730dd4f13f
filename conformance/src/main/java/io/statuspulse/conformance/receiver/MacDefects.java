package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Macs.content;
import static io.statuspulse.conformance.receiver.Macs.hmac;
import static io.statuspulse.conformance.receiver.Macs.joined;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;

/** Signatures of another making that are accepted beside the right one, as after a migration (REQ-SIG-1). */
final class MacDefects {

    private MacDefects() {}

    static List<Defect> all() {
        return List.of(
                alsoAccepts(
                        "accepts-sha1", "an HMAC-SHA1 of the same content", "adnanh/webhook", algorithm("HmacSHA1")),
                alsoAccepts("accepts-md5", "an HMAC-MD5 of the same content", "", algorithm("HmacMD5")),
                alsoAccepts("accepts-sha512", "an HMAC-SHA512 of the same content", "", algorithm("HmacSHA512")),
                alsoAccepts(
                        "accepts-truncated-sha512",
                        "an HMAC-SHA512 cut to 64 characters",
                        "",
                        (key, timestamp, body) ->
                                algorithm("HmacSHA512").of(key, timestamp, body).substring(0, 64)),
                alsoAccepts(
                        "accepts-plain-digest",
                        "a SHA-256 digest without any key",
                        "",
                        (key, timestamp, body) -> sha256(content(timestamp, body))),
                alsoAccepts(
                        "accepts-secret-prefix-digest",
                        "a SHA-256 digest of the secret followed by the content",
                        "",
                        (key, timestamp, body) -> sha256(joined(key, content(timestamp, body)))),
                alsoAccepts(
                        "accepts-content-as-key",
                        "an HMAC with key and message exchanged",
                        "",
                        (key, timestamp, body) -> Macs.hmacSha256(content(timestamp, body), key)),
                alsoAccepts(
                        "accepts-body-only",
                        "a signature over the body alone, which leaves the timestamp unprotected",
                        "agentfield PR #717",
                        (key, timestamp, body) -> Macs.hmacSha256(key, body)),
                alsoAccepts(
                        "accepts-timestamp-only",
                        "a signature over the timestamp alone, which leaves the body unprotected",
                        "",
                        (key, timestamp, body) -> Macs.hmacSha256(key, Macs.headerBytes(timestamp))),
                alsoAccepts(
                        "accepts-no-separator",
                        "a signature over timestamp and body with nothing between them",
                        "",
                        (key, timestamp, body) -> Macs.hmacSha256(key, joined(Macs.headerBytes(timestamp), body))),
                alsoAccepts(
                        "accepts-colon-separator",
                        "a signature over timestamp, colon and body",
                        "webflow: its scheme signs timestamp:body",
                        (key, timestamp, body) ->
                                Macs.hmacSha256(key, joined(Macs.headerBytes(timestamp + ":"), body))),
                alsoAccepts(
                        "accepts-body-timestamp",
                        "a signature made with the body's timestamp in place of the header's",
                        "",
                        (key, timestamp, body) -> Macs.hmacSha256(key, content(Json.textOf(body, "timestamp"), body))),
                alsoAccepts(
                        "accepts-body-epoch",
                        "a signature made with the body's timestamp in seconds in place of the header's",
                        "",
                        (key, timestamp, body) -> Macs.hmacSha256(key, content(bodyEpoch(body), body))),
                alsoAccepts(
                        "accepts-base64",
                        "the right MAC in base64",
                        "",
                        (key, timestamp, body) -> Base64.getEncoder().encodeToString(raw(key, timestamp, body))),
                alsoAccepts(
                        "accepts-base64url",
                        "the right MAC in base64url",
                        "",
                        (key, timestamp, body) ->
                                Base64.getUrlEncoder().withoutPadding().encodeToString(raw(key, timestamp, body))));
    }

    /** Makes the signature that is accepted, too. */
    @FunctionalInterface
    interface Scheme {
        String of(byte[] key, String timestamp, byte[] body);
    }

    static Defect alsoAccepts(String name, String what, String source, Scheme scheme) {
        return Defect.ofVerification(name, "also accepts " + what, source, setup -> new Verification(setup) {
            @Override
            boolean signed(Request request, String timestamp, String signature) {
                return super.signed(request, timestamp, signature)
                        || keys().stream()
                                .anyMatch(key -> Macs.same(
                                        unpadded(signature), unpadded(scheme.of(key, timestamp, request.body()))));
            }
        });
    }

    private static Scheme algorithm(String name) {
        return (key, timestamp, body) -> Macs.hex(hmac(name, key, content(timestamp, body)));
    }

    private static byte[] raw(byte[] key, String timestamp, byte[] body) {
        return hmac("HmacSHA256", key, content(timestamp, body));
    }

    private static String sha256(byte[] content) {
        return Macs.hex(Macs.digest("SHA-256", content));
    }

    private static String unpadded(String base64) {
        return base64.replaceAll("=+$", "");
    }

    private static String bodyEpoch(byte[] body) {
        try {
            return Long.toString(
                    OffsetDateTime.parse(Json.textOf(body, "timestamp")).toEpochSecond());
        } catch (DateTimeException e) {
            return "";
        }
    }
}
