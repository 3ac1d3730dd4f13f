package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SigningKey;

/**
 * How a delivery was signed, before the edits that act on what is sent.
 *
 * @param scheme the scheme
 * @param key the key, by name
 * @param timestamp the timestamp that was signed; chars stand for bytes (ISO-8859-1)
 * @param body the body that was signed
 * @param signature the signature that came of it, as confidential as its key
 */
public record Signing(SignatureScheme scheme, SigningKey key, String timestamp, Bytes body, String signature) {

    /** Returns what differs from the signature in every digit, as edits put it beside the right one. */
    public String wrongThroughout() {
        return SignatureAlteration.wrong(signature);
    }

    /** Nothing of the signature: it may not be shown. */
    @Override
    public String toString() {
        return "Signing[" + key.label() + ", " + scheme.content() + "]";
    }
}
