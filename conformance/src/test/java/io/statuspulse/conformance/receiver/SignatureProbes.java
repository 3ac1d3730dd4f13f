package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.SIGNATURE;
import static io.statuspulse.conformance.receiver.Probes.counted;
import static io.statuspulse.conformance.receiver.Probes.one;
import static io.statuspulse.conformance.receiver.Probes.several;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class SignatureProbes {

    private SignatureProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                one(
                        "missing-header-skips-verification",
                        401,
                        200,
                        () -> Delivery.valid().without(SIGNATURE)),
                one(
                        "missing-header-skips-verification",
                        401,
                        200,
                        () -> Delivery.valid().without(Probes.TIMESTAMP)),
                one("throws-on-missing-header", 401, 500, () -> Delivery.valid().without(SIGNATURE)),
                one("throws-on-missing-header", 401, 500, () -> Delivery.valid().without(Probes.TIMESTAMP)),
                one("word-skips-verification", 401, 200, () -> Delivery.valid().signature("undefined")),
                several("trusts-known-signatures", "200 401", "200 200", SignatureProbes::sameSignature),
                counted("logs-instead-of-rejecting", "401 effects 0", "200 effects 1", () -> List.of(wrong())),
                counted("acknowledges-first", "401 effects 0", "200 effects 0", () -> List.of(wrong())),
                one("parses-before-verifying", 401, 500, () -> Delivery.valid().tampered(s -> s.substring(9))),
                one("parses-before-verifying", 401, 500, () -> Delivery.valid().tampered(s -> "")),
                one(
                        "control-events-unverified",
                        401,
                        200,
                        () -> Delivery.of("{\"event_type\":\"ping\"}").signature("0")),
                one("empty-body-unverified", 401, 200, () -> Delivery.valid().tampered(s -> "")),
                new Probes.Probe("leaks-expected-signature", "kept", "leaked", SignatureProbes::leak),
                sent("prefix-compare", s -> ""),
                sent("prefix-compare", s -> s.substring(0, 32)),
                sent("starts-with-compare", s -> s + "0"),
                sent("skips-first-character", s -> flip(s, 0)),
                sent("skips-last-character", s -> flip(s, 63)),
                sent("compares-both-ends", s -> flip(s, 32)),
                sent("skips-junk-in-hex", s -> s.substring(0, 32) + " " + s.substring(32)),
                sent("stops-at-bad-hex", s -> s + "0"),
                sent("stops-at-bad-hex", s -> s + ",x"),
                sent("checks-format-only", s -> "0".repeat(64)),
                thrown("throws-on-length-mismatch", s -> s + "0"),
                thrown("throws-on-length-mismatch", s -> latin1("é".repeat(32))),
                thrown("throws-on-non-ascii", s -> latin1("é".repeat(32))),
                thrown("throws-on-non-hex", s -> "z".repeat(64)),
                thrown("throws-on-upper-case", Probes::upper),
                one("compares-raw-bytes", 200, 401, Delivery::valid),
                sent("strips-sha256-prefix", s -> "sha256=" + s),
                sent("strips-version-prefix", s -> "v1," + s),
                sent("splits-signature-list", s -> "0".repeat(64) + ", " + s),
                one("first-signature-wins", 401, 200, () -> second(Delivery.valid(), true)),
                one("last-signature-wins", 401, 200, () -> second(Delivery.valid(), false)),
                one(
                        "reads-signature-from-query",
                        401,
                        200,
                        () -> moved(d -> d.target(HttpRules.PATH + "?s=" + d.rightSignature()))),
                one(
                        "reads-other-signature-headers",
                        401,
                        200,
                        () -> moved(d -> d.header("X-Signature: " + d.rightSignature()))),
                one(
                        "reads-other-signature-headers",
                        401,
                        200,
                        () -> moved(d -> d.header("X-Hub-Signature-256: sha256=" + d.rightSignature()))),
                one(
                        "reads-signature-from-body",
                        401,
                        200,
                        () -> moved(d ->
                                d.tampered(s -> s.replace("}", ",\"signature\":\"" + d.rightSignature() + "\"}")))),
                one(
                        "reads-signature-from-body",
                        401,
                        200,
                        () -> moved(d ->
                                d.tampered(s -> s.replace("{", "{\"signature\":\"" + d.rightSignature() + "\",")))),
                new Probes.Probe(
                        "reads-signature-from-trailer",
                        "401",
                        "200",
                        r -> Integer.toString(Connection.send(
                                        r, Probes.withTrailer(Delivery.valid().without(SIGNATURE)))
                                .status())),
                made("accepts-sha1", d -> hex(mac("HmacSHA1", d.secret.getBytes(UTF_8), content(d)))),
                made("accepts-md5", d -> hex(mac("HmacMD5", d.secret.getBytes(UTF_8), content(d)))),
                made("accepts-sha512", d -> hex(mac("HmacSHA512", d.secret.getBytes(UTF_8), content(d)))),
                made(
                        "accepts-truncated-sha512",
                        d -> hex(mac("HmacSHA512", d.secret.getBytes(UTF_8), content(d)))
                                .substring(0, 64)),
                made("accepts-plain-digest", d -> hex(sha256(new String(content(d), UTF_8)))),
                made("accepts-secret-prefix-digest", d -> hex(sha256(d.secret + new String(content(d), UTF_8)))),
                made("accepts-content-as-key", d -> hex(mac("HmacSHA256", content(d), d.secret.getBytes(UTF_8)))),
                made("accepts-body-only", d -> over(d, text(d))),
                made("accepts-timestamp-only", d -> over(d, d.timestamp)),
                made("accepts-no-separator", d -> over(d, d.timestamp + text(d))),
                made("accepts-colon-separator", d -> over(d, d.timestamp + ":" + text(d))),
                made("accepts-body-timestamp", d -> over(d, "2026-05-14T09:32:11Z." + text(d))),
                made(
                        "accepts-body-epoch",
                        d -> over(
                                d, OffsetDateTime.parse("2026-05-14T09:32:11Z").toEpochSecond() + "." + text(d))),
                made(
                        "accepts-base64",
                        d -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(d.rightSignature()))),
                made(
                        "accepts-base64url",
                        d -> Base64.getUrlEncoder()
                                .encodeToString(HexFormat.of().parseHex(d.rightSignature()))));
    }

    private static Probes.Probe sent(String defect, UnaryOperator<String> change) {
        return one(defect, 401, 200, () -> Delivery.valid().signature(change));
    }

    private static Probes.Probe thrown(String defect, UnaryOperator<String> change) {
        return one(defect, 401, 500, () -> Delivery.valid().signature(change));
    }

    private static Probes.Probe made(String defect, Function<Delivery, String> signature) {
        return one(defect, 401, 200, () -> {
            Delivery delivery = Delivery.valid();
            return delivery.signature(signature.apply(delivery));
        });
    }

    private static Delivery moved(UnaryOperator<Delivery> change) {
        return change.apply(Delivery.valid().without(SIGNATURE));
    }

    private static Delivery wrong() {
        return Delivery.valid().signature("0".repeat(64));
    }

    private static Delivery second(Delivery delivery, boolean rightFirst) {
        String right = SIGNATURE + ": " + delivery.rightSignature();
        String wrong = SIGNATURE + ": " + "0".repeat(64);
        return delivery.without(SIGNATURE).header(rightFirst ? right : wrong).header(rightFirst ? wrong : right);
    }

    private static List<Delivery> sameSignature() {
        Delivery first = Delivery.valid();
        return List.of(first, Delivery.valid().timestamp(first.timestamp).signature(first.rightSignature()));
    }

    private static String leak(BuiltInReceiver receiver) throws Exception {
        Delivery delivery = wrong();
        return Connection.send(receiver, delivery).body().contains(delivery.rightSignature()) ? "leaked" : "kept";
    }

    private static String flip(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1);
    }

    private static String latin1(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String text(Delivery delivery) {
        return new String(delivery.body, UTF_8);
    }

    private static byte[] content(Delivery delivery) {
        return Signing.content(delivery.timestamp, delivery.body);
    }

    private static String over(Delivery delivery, String content) {
        return hex(Signing.hmac(delivery.secret.getBytes(UTF_8), content.getBytes(UTF_8)));
    }

    private static byte[] mac(String algorithm, byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
