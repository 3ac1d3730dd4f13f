package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Variation.common;
import static io.statuspulse.conformance.diagnosis.Variation.rare;

import io.statuspulse.conformance.diagnosis.Variation.Kind;
import io.statuspulse.simulator.delivery.BodyEdit.AppendBytes;
import io.statuspulse.simulator.delivery.BodyEdit.Rewrite;
import io.statuspulse.simulator.delivery.BodyRewriting;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.PrefixSignature;
import io.statuspulse.simulator.delivery.SentEdit.SignatureTemplate;
import io.statuspulse.simulator.delivery.SigningEdit.EncodeAs;
import io.statuspulse.simulator.delivery.SigningEdit.MacWith;
import io.statuspulse.simulator.delivery.SigningEdit.SignBody;
import io.statuspulse.simulator.delivery.SigningEdit.SignBodyTime;
import io.statuspulse.simulator.delivery.SigningEdit.SignBodyTimestamp;
import io.statuspulse.simulator.delivery.SigningEdit.SignContent;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampAs;
import io.statuspulse.simulator.signing.MacAlgorithm;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignedContent;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.SigningKey.Derived;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.signing.TimestampFormat;
import java.util.List;

/** The ways in which receivers depart from the provider's scheme, the likelier first. */
final class Variations {
    /** The secret that the provider's guide prints. */
    private static final String PUBLISHED = "whsec_a8f3k29d4m1p7q";

    private Variations() {}

    static List<Variation> all() {
        return List.of(
                // What is signed.
                common("body-only", Kind.CONTENT, "compute the MAC of the body alone", content("{body}")),
                common("no-dot", Kind.CONTENT, "leave out the dot behind the timestamp", content("{timestamp}{body}")),
                common("colon", Kind.CONTENT, "put a colon behind the timestamp", content("{timestamp}:{body}")),
                rare("newline", Kind.CONTENT, "put a newline behind the timestamp", content("{timestamp}\n{body}")),
                rare("comma", Kind.CONTENT, "put a comma behind the timestamp", content("{timestamp},{body}")),
                rare("bar", Kind.CONTENT, "put a vertical bar behind the timestamp", content("{timestamp}|{body}")),
                rare("space", Kind.CONTENT, "put a space behind the timestamp", content("{timestamp} {body}")),
                rare("hyphen", Kind.CONTENT, "put a hyphen behind the timestamp", content("{timestamp}-{body}")),
                rare("body-first", Kind.CONTENT, "sign the body before the timestamp", content("{body}.{timestamp}")),
                rare(
                        "body-first-no-dot",
                        Kind.CONTENT,
                        "sign the body, then the timestamp",
                        content("{body}{timestamp}")),
                rare("timestamp-only", Kind.CONTENT, "compute the MAC of the timestamp alone", content("{timestamp}")),
                // Which timestamp.
                common(
                        "milliseconds",
                        Kind.TIMESTAMP,
                        "want the timestamp in milliseconds",
                        as(TimestampFormat.MILLISECONDS)),
                common("rfc-3339", Kind.TIMESTAMP, "want the timestamp as RFC 3339", as(TimestampFormat.RFC_3339)),
                rare("http-date", Kind.TIMESTAMP, "want the timestamp as an HTTP date", as(TimestampFormat.HTTP_DATE)),
                common("body-timestamp", Kind.TIMESTAMP, "sign the body's own timestamp", new SignBodyTimestamp()),
                rare("body-time", Kind.TIMESTAMP, "sign the body's own timestamp in Unix seconds", new SignBodyTime()),
                // How the MAC is written.
                common(
                        "upper-hex",
                        Kind.ENCODING,
                        "want the signature in upper-case hex",
                        encoded(SignatureEncoding.UPPER_HEX)),
                common("base64", Kind.ENCODING, "want the signature in base64", encoded(SignatureEncoding.BASE64)),
                common(
                        "base64url",
                        Kind.ENCODING,
                        "want the signature in base64url",
                        encoded(SignatureEncoding.BASE64URL)),
                rare(
                        "raw",
                        Kind.ENCODING,
                        "compare the header with the raw bytes of the MAC, not with their hex",
                        encoded(SignatureEncoding.RAW)),
                // What stands around it.
                common(
                        "sha256-prefix",
                        Kind.WRAPPING,
                        "want sha256= before the signature",
                        new PrefixSignature("sha256=")),
                common("v1-prefix", Kind.WRAPPING, "want v1= before the signature", new PrefixSignature("v1=")),
                rare("v1-comma-prefix", Kind.WRAPPING, "want v1, before the signature", new PrefixSignature("v1,")),
                common(
                        "t-v1",
                        Kind.WRAPPING,
                        "want t=TIMESTAMP,v1=SIGNATURE",
                        new SignatureTemplate("t={timestamp},v1={signature}")),
                rare(
                        "hmac-sha256-prefix",
                        Kind.WRAPPING,
                        "want hmac-sha256= before the signature",
                        new PrefixSignature("hmac-sha256=")),
                // Which key.
                rare("previous-secret", Kind.KEY, "hold the previous secret", new SignWith(Known.PREVIOUS)),
                rare("retired-secret", Kind.KEY, "hold a retired secret", new SignWith(Known.RETIRED)),
                rare("published-secret", Kind.KEY, "hold the secret that the provider's guide prints", key(PUBLISHED)),
                rare("empty-secret", Kind.KEY, "hold an empty secret", key("")),
                common(
                        "without-prefix",
                        Kind.KEY,
                        "use the secret without its whsec_ as the key",
                        new SignWith(Derived.WITHOUT_PREFIX)),
                common(
                        "base64-key",
                        Kind.KEY,
                        "decode the secret from base64 before it is the key",
                        new SignWith(Derived.BASE64_DECODED)),
                common(
                        "hex-key",
                        Kind.KEY,
                        "decode the secret from hex before it is the key",
                        new SignWith(Derived.HEX_DECODED)),
                common(
                        "newline-key",
                        Kind.KEY,
                        "hold the secret with a newline behind it",
                        new SignWith(Derived.WITH_NEWLINE)),
                rare("quoted-key", Kind.KEY, "hold the secret with quotes around it", new SignWith(Derived.QUOTED)),
                // Which MAC.
                common("sha1", Kind.ALGORITHM, "compute HMAC-SHA1", mac(MacAlgorithm.HMAC_SHA1)),
                common("sha512", Kind.ALGORITHM, "compute HMAC-SHA512", mac(MacAlgorithm.HMAC_SHA512)),
                rare("md5", Kind.ALGORITHM, "compute HMAC-MD5", mac(MacAlgorithm.HMAC_MD5)),
                rare(
                        "sha256-key-first",
                        Kind.ALGORITHM,
                        "compute plain SHA-256 of secret and content",
                        mac(MacAlgorithm.SHA256_KEY_FIRST)),
                rare(
                        "exchanged",
                        Kind.ALGORITHM,
                        "exchange key and content of the HMAC",
                        mac(MacAlgorithm.HMAC_SHA256_EXCHANGED)),
                // What becomes of the body before.
                common(
                        "spaced-json",
                        Kind.BODY,
                        "write the JSON anew, with spaces, before the MAC",
                        signed(BodyRewriting.SPACED_JSON)),
                common(
                        "sorted-json",
                        Kind.BODY,
                        "write the JSON anew, its names in order, before the MAC",
                        signed(BodyRewriting.SORTED_JSON)),
                common(
                        "escaped-slashes",
                        Kind.BODY,
                        "write the JSON anew, slashes escaped, before the MAC",
                        signed(BodyRewriting.SLASHES_ESCAPED)),
                rare(
                        "newline-behind",
                        Kind.BODY,
                        "compute the MAC of the body with a newline behind it",
                        new SignBody(new AppendBytes("0a"))));
    }

    /** Whole schemes of other providers, which receivers are copied from. */
    static List<Variation> schemes() {
        String id = "msg_kit";
        return List.of(
                rare(
                        "slack",
                        Kind.CONTENT,
                        "expect Slack's scheme: v0= before the hex MAC of v0:TIMESTAMP:BODY",
                        content("v0:{timestamp}:{body}"),
                        new PrefixSignature("v0=")),
                rare(
                        "standard-webhooks",
                        Kind.CONTENT,
                        "expect the Standard Webhooks scheme: v1, before the base64 MAC of ID.TIMESTAMP.BODY, with the secret"
                                + " decoded from base64",
                        new AddHeader("webhook-id", id),
                        new AddHeader("svix-id", id),
                        new SignWith(Derived.BASE64_DECODED),
                        content(id + ".{timestamp}.{body}"),
                        encoded(SignatureEncoding.BASE64),
                        new PrefixSignature("v1,")));
    }

    private static SignContent content(String template) {
        return new SignContent(new SignedContent(template));
    }

    private static TimestampAs as(TimestampFormat format) {
        return new TimestampAs(format);
    }

    private static EncodeAs encoded(SignatureEncoding encoding) {
        return new EncodeAs(encoding);
    }

    private static SignWith key(String text) {
        return new SignWith(new SigningKey.Literal(text));
    }

    private static MacWith mac(MacAlgorithm algorithm) {
        return new MacWith(algorithm);
    }

    private static SignBody signed(BodyRewriting how) {
        return new SignBody(new Rewrite(how));
    }
}
