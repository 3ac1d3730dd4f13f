package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * How deliveries are signed, as a value.
 *
 * @param signatureHeader the header that carries the signature
 * @param timestampHeader the header that carries the attempt's timestamp
 * @param content what the MAC covers
 * @param algorithm the MAC
 * @param encoding how the MAC is written
 * @param prefix what stands before it in the header; may be empty
 * @param timestampFormat how the timestamp is written
 */
public record SignatureScheme(
        String signatureHeader,
        String timestampHeader,
        SignedContent content,
        MacAlgorithm algorithm,
        SignatureEncoding encoding,
        String prefix,
        TimestampFormat timestampFormat) {

    /** The provider's scheme (contract REQ-SIG-1 and REQ-TIME-1). */
    public static final SignatureScheme STATUSPULSE = new SignatureScheme(
            "X-StatusPulse-Signature",
            "X-StatusPulse-Timestamp",
            SignedContent.TIMESTAMP_DOT_BODY,
            MacAlgorithm.HMAC_SHA256,
            SignatureEncoding.HEX,
            "",
            TimestampFormat.SECONDS);

    /** Returns the timestamp header's value for that moment. */
    public String timestamp(Instant moment) {
        return timestampFormat.format(moment);
    }

    /** Returns the signature header's value for that body, made with that secret. */
    public String sign(Secret secret, String timestamp, Bytes body) {
        return sign(secret.key(), timestamp, body);
    }

    /**
     * Returns the signature header's value, made with a key that may be none of the endpoint's.
     *
     * @return empty where these secrets have no such key
     */
    public Optional<String> sign(SigningKey key, Secrets secrets, String timestamp, Bytes body) {
        return key.bytes(secrets).map(raw -> sign(raw, timestamp, body));
    }

    private String sign(Bytes key, String timestamp, Bytes body) {
        return prefix + encoding.encode(algorithm.compute(key, content.fill(timestamp, body)));
    }

    public SignatureScheme withContent(SignedContent other) {
        return new SignatureScheme(
                signatureHeader, timestampHeader, other, algorithm, encoding, prefix, timestampFormat);
    }

    public SignatureScheme withAlgorithm(MacAlgorithm other) {
        return new SignatureScheme(signatureHeader, timestampHeader, content, other, encoding, prefix, timestampFormat);
    }

    public SignatureScheme withEncoding(SignatureEncoding other) {
        return new SignatureScheme(
                signatureHeader, timestampHeader, content, algorithm, other, prefix, timestampFormat);
    }

    public SignatureScheme withPrefix(String other) {
        return new SignatureScheme(
                signatureHeader, timestampHeader, content, algorithm, encoding, other, timestampFormat);
    }

    public SignatureScheme withTimestampFormat(TimestampFormat other) {
        return new SignatureScheme(signatureHeader, timestampHeader, content, algorithm, encoding, prefix, other);
    }
}
